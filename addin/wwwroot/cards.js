// Draws Adaptive Cards as Teams does: the official renderer with Teams' host configuration, and Teams' small markdown.
// Needs lib/adaptivecards.min.js and lib/markdown-it.min.js loaded before it, and cards.css for the look.
/* global AdaptiveCards, markdownit */

const markdown = markdownit("zero", { breaks: true }).enable(["emphasis", "link", "list", "newline", "escape", "entity"]);

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** Teams' host configuration for the theme, « light » or « dark ». */
export async function hostConfig(theme) {
  const answer = await fetch(new URL(`./lib/teams-${theme}.json`, import.meta.url));
  return answer.json();
}

/**
 * The card as an element. A click on a button that sends something calls `send` with {type, verb, data}, the inputs
 * merged into the data as Teams does; what is missing in the inputs is shown in the card and nothing is sent.
 */
export function draw(card, config, send = () => {}) {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  drawn.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      window.open(action.url, "_blank", "noopener");
    } else if (action instanceof AdaptiveCards.ExecuteAction) {
      send({ type: "Action.Execute", id: action.id, verb: action.verb, data: action.data ?? {} });
    } else if (action instanceof AdaptiveCards.SubmitAction) {
      send({ type: "Action.Submit", id: action.id, data: action.data ?? {} });
    }
  };
  drawn.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  return drawn.render();
}
