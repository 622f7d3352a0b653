// The simulator's page. It plays Teams and a mail program for one person at a time; what the bot says comes and goes
// through the same addresses as in Teams. Cards are drawn by the official renderer with Teams' host config.
import { draw as drawCard, hostConfig } from "/_content/ConcertationBot.AddIn/cards.js";
import PostalMime from "/_content/ConcertationBot.AddIn/lib/postal-mime/postal-mime.js";

const byId = (id) => document.getElementById(id);
const make = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};
const config = await hostConfig("light");

let current = null;
let stream = null;
let letters = "";

const people = await (await fetch("/simulator/people")).json();
for (const [group, members] of Map.groupBy(people, (p) => p.group)) {
  byId("people").append(make("h2", group));
  for (const person of members) {
    const button = make("button", person.name);
    button.append(make("small", person.role));
    button.addEventListener("click", () => choose(person, button));
    byId("people").append(button);
    if (location.hash === `#${person.entraId ?? person.mail}`) queueMicrotask(() => button.click());
  }
}

function choose(person, button) {
  current = person;
  location.hash = person.entraId ?? person.mail;
  for (const other of byId("people").querySelectorAll("button")) other.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  byId("who").textContent = person.name;
  byId("messages").replaceChildren();
  for (const control of byId("say").elements) control.disabled = !person.entraId;
  stream?.close();
  stream = null;
  letters = "";
  byId("letters").replaceChildren();
  if (person.entraId) {
    stream = new EventSource(`/simulator/people/${person.entraId}/changes`);
    stream.onmessage = (event) => draw(person, JSON.parse(event.data));
    post(person, "open", {});
    byId("say-words").focus();
  } else {
    byId("messages").append(make("p", "Cette personne n’a pas de compte ici : tout lui arrive par courriel, à droite, et elle répond par les liens.", "faint"));
  }
  readMail();
}

function draw(person, message) {
  const element = make("div", null, `message ${message.fromBot ? "bot" : "mine"}`);
  element.id = `m-${message.id}`;
  if (message.text) element.append(message.fromBot ? make("p", message.text) : message.text);
  for (const file of message.files) element.append(make("span", `Fichier joint : ${file}`));
  for (const card of message.cards) element.append(drawn(person, message, card));
  const before = byId(element.id);
  if (before) before.replaceWith(element);
  else {
    byId("messages").append(element);
    // A long form is read from its start.
    element.scrollIntoView({ block: element.offsetHeight > byId("messages").clientHeight ? "start" : "end" });
  }
}

function drawn(person, message, json) {
  const element = make("div", null, "card");
  element.append(drawCard(json, config, ({ verb, data }) => press(person, message.id, verb ?? null, data)));
  return element;
}

async function press(person, cardId, verb, data) {
  const answer = await post(person, "press", { cardId, verb, data });
  if (answer?.type === "application/vnd.microsoft.activity.message") say(answer.value);
  else if (answer?.type === "application/vnd.microsoft.error") say(answer.value.message);
}

async function post(person, what, body) {
  const answer = await fetch(`/simulator/people/${person.entraId}/${what}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  if (!answer.ok) {
    say("Le bot n’a pas pu répondre. Réessayez ; s’il se tait encore, regardez son journal.");
    return null;
  }
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

byId("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = byId("say-words").value.trim();
  if (!text || !current?.entraId) return;
  byId("say-words").value = "";
  post(current, "say", { text });
});

byId("say-attach").addEventListener("click", () => byId("say-file").click());

byId("say-file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  const person = current;
  if (!file || !person?.entraId) return;
  const answer = await fetch(`/simulator/people/${person.entraId}/attach?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
  target.value = "";
  if (answer.status === 413) say("Ce fichier est trop lourd pour le simulateur.");
  else if (!answer.ok) say("Le bot n’a pas pu répondre. Réessayez ; s’il se tait encore, regardez son journal.");
});

async function readMail() {
  const person = current;
  if (!person?.mail) return;
  const found = await (await fetch(`/simulator/mail?to=${encodeURIComponent(person.mail)}`)).json();
  const key = JSON.stringify(found);
  if (person !== current || key === letters) return;
  letters = key;
  byId("letters").replaceChildren(...await Promise.all(found.map(letter)));
}

async function letter({ file }) {
  const mail = await PostalMime.parse(await (await fetch(`/simulator/mail/${encodeURIComponent(file)}`)).arrayBuffer());
  const element = make("details", null, "letter");
  const summary = make("summary", mail.subject);
  summary.append(make("small", `de ${mail.from.name}`));
  element.append(summary, linked(mail.text ?? ""));
  const attached = make("div", null, "attached");
  for (const part of mail.attachments) {
    const link = make("a", part.filename ?? "invitation.ics");
    link.href = URL.createObjectURL(new Blob([part.content], { type: part.mimeType }));
    link.download = part.filename ?? "invitation.ics";
    attached.append(link, " ");
  }
  element.append(attached);
  return element;
}

/** The text with its addresses as links; nothing of it is taken for HTML. */
function linked(text) {
  const element = make("pre");
  for (const part of text.split(/(https?:\/\/\S+)/)) {
    if (/^https?:\/\//.test(part)) {
      const link = make("a", part.length > 60 ? `${part.slice(0, 57)}…` : part);
      link.href = part;
      link.target = "_blank";
      link.rel = "noopener";
      element.append(link);
    } else element.append(part);
  }
  return element;
}

let hiding = 0;
function say(text) {
  byId("toast").textContent = text;
  byId("toast").classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => byId("toast").classList.remove("shown"), 6000);
}

setInterval(readMail, 2000);
