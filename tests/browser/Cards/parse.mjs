// Reads [{name, card}] from stdin and writes {name: [what the official parser says against the card]}.
// usage: node parse.mjs path/to/adaptivecards.min.js < cards.json
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const AC = createRequire(import.meta.url)(process.argv[2]);
const target = AC.Versions.v1_5;

// The package keeps one global expression for `lang`, whose position it forgets to reset: every other card would fail.
const lang = AC.AdaptiveCard.langProperty;
Object.defineProperty(lang, "regEx", { value: new RegExp(lang.regEx.source, "i") });

// What the parser reads by hand, outside its schemas.
const byHand = {
  "*": ["type", "fallback"],
  AdaptiveCard: ["$schema", "body", "actions", "refresh", "msteams"],
  RichTextBlock: ["inlines"],
  Container: ["items"],
  Column: ["items"],
  ColumnSet: ["columns"],
  ActionSet: ["actions"],
  Table: ["rows", "columns"],
  TableRow: ["cells"],
  TableCell: ["items"],
  "Action.ShowCard": ["card"],
  "Action.Execute": ["data"],
  "Action.Submit": ["data"],
};
const parts = {
  AdaptiveCard: AC.AdaptiveCard, Column: AC.Column, TextRun: AC.TextRun, TableRow: AC.TableRow, TableCell: AC.TableCell,
};

const result = {};
for (const { name, card } of JSON.parse(await text(process.stdin))) {
  result[name] = [...events(card), ...unknown(card, "$")];
}
process.stdout.write(JSON.stringify(result));

/** The parser's own events, then those of validating what it read. */
function events(card) {
  const found = [];
  const context = new AC.SerializationContext(target);
  const read = new AC.AdaptiveCard();
  read.parse(card, context);
  for (let i = 0; i < context.eventCount; i++) {
    found.push(context.getEventAt(i).message);
  }
  for (const event of read.validateProperties().validationEvents) {
    found.push(event.message);
  }
  return found;
}

/** Elements and properties the parser would pass over in silence, or knows only from a later version. */
function unknown(node, at) {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => unknown(item, `${at}[${index}]`));
  }
  if (node === null || typeof node !== "object") {
    return [];
  }
  if (typeof node.type !== "string") {
    return children(node, at);
  }
  const known = properties(node.type);
  if (known === undefined) {
    return [`${at}: unknown type ${node.type}`];
  }
  const found = Object.keys(node).filter((key) => !known.has(key)).map((key) => `${at}: ${node.type} has no « ${key} »`);
  return [...found, ...children(node, at)];
}

function children(node, at) {
  // A button's data is its own business.
  return Object.entries(node).filter(([key]) => key !== "data").flatMap(([key, value]) => unknown(value, `${at}.${key}`));
}

function properties(type) {
  const part = parts[type];
  const made = part
    ? new part()
    : AC.GlobalRegistry.elements.findByName(type)?.objectType ?? AC.GlobalRegistry.actions.findByName(type)?.objectType;
  if (made === undefined) {
    return undefined;
  }
  const schema = (typeof made === "function" ? new made() : made).getSchema();
  const names = new Set([...byHand["*"], ...(byHand[type] ?? [])]);
  for (let i = 0; i < schema.getCount(); i++) {
    const property = schema.getItemAt(i);
    if (property.targetVersion.compareTo(target) <= 0) {
      names.add(property.name);
    }
  }
  return names;
}
