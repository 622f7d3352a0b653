// Rechecks an exported register from docs/register.md alone: node recheck.mjs registre.json [public-key.pem]
// Exit 0: all fits; 1: the first thing that doesn't is printed.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, trusted] = process.argv.slice(2);
const all = JSON.parse(readFileSync(file, 'utf8'));
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

class Break extends Error {}
const expect = (holds, what) => {
  if (!holds) throw new Break(what);
};

function bytes({ text, lines }) {
  let all = text + '\n';
  for (const [name, value] of lines) all += `${name} ${value === null ? '-' : value.length} ${value ?? ''}\n`;
  return Buffer.from(all, 'utf8');
}

const value = (text, name) => text.lines.find(l => l[0] === name)?.[1];
const number = (text, name) => {
  const found = value(text, name);
  return found === undefined || found === null ? found : Number(found);
};

/** The records of a text whose every record starts with the line of that name. */
function records(text, first) {
  const found = [];
  for (const [name, value] of text.lines) {
    if (name === first) found.push({});
    found.at(-1)[name] = value;
  }
  return found;
}

function colleges(text) {
  const found = [];
  for (const [name, value] of text.lines) {
    if (name === 'college') found.push({ name: value });
    if (name.startsWith('college-')) found.at(-1)[name] = Number(value);
  }
  return found;
}

function checkDigests(entry, who) {
  for (const [part, first] of [['electorate', 'seat'], ['votes', 'seat'], ['trace', 'seat'], ['pools', 'gate']]) {
    const digest = value(entry, `${part}-sha256`);
    if (digest === undefined) continue;
    expect(entry[part], `${who}: ${part} missing`);
    expect(entry[part].text === value(entry, `${part}-form`), `${who}: ${part} in another form`);
    expect(records(entry[part], first).length === number(entry, `${part}-count`), `${who}: ${part} are more or fewer`);
    expect(sha256(bytes(entry[part])) === digest, `${who}: ${part} altered`);
  }
  if (!entry.votes) return;
  const given = records(entry.trace, 'seat');
  const standing = records(entry.votes, 'seat');
  expect(new Set(standing.map(v => v.seat)).size === standing.length, `${who}: a seat votes twice`);
  for (const vote of standing)
    expect(
      given.some(v => JSON.stringify(v) === JSON.stringify(vote)) && given.every(v => v.seat !== vote.seat || v.at <= vote.at),
      `${who}: the vote of ${vote.seat} isn't its last`);
}

const share = { TwoThirds: [2, 3], ThreeQuarters: [3, 4], FourFifths: [4, 5], Unanimity: [1, 1], Consent: [1, 1] };

/** A ballot without quorum: nothing is decided. */
function checkCarence(entry) {
  const who = `carence of ${value(entry, 'ballot')}`;
  const seats = records(entry.electorate, 'seat').filter(s => s.voice === 'Deliberative' && s['recused-at'] === undefined);
  const answered = new Set(records(entry.votes, 'seat').map(v => v.seat));
  const counted = seats.filter(s => answered.has(s.seat)).length;
  expect(entry.text === 'carence/1' && value(entry, 'verdict') === 'QuorumMissed', `${who}: it is none`);
  expect(number(entry, 'seats') === seats.length && number(entry, 'answered') === counted, `${who}: counts otherwise`);
  expect(
    counted < number(entry, 'quorum') || colleges(entry).some(c => c['college-answered'] < c['college-needed']), `${who}: it had its quorum`);
}

function checkArithmetic(entry, who) {
  if (!['Nominal', 'Secret'].includes(value(entry, 'secrecy')) || value(entry, 'majority') === 'Consensus') return false;
  const secret = value(entry, 'secrecy') === 'Secret';
  const is = (name, wanted) => expect(value(entry, name) === String(wanted), `${who}: ${name} is ${value(entry, name)}, counted ${wanted}`);
  const seats = records(entry.electorate, 'seat').filter(s => s.voice === 'Deliberative' && s['recused-at'] === undefined).map(s => ({ ...s, weight: Number(s.weight) }));
  const votes = new Map(records(entry.votes, 'seat').map(v => [v.seat, v]));
  const weight = (...choices) => seats.filter(s => choices.includes(votes.get(s.seat)?.choice)).reduce((sum, s) => sum + s.weight, 0);
  const percent = (of, share) => Math.ceil((of * share) / 100 - 1e-9);
  const secondCall = value(entry, 'second-call') === 'True';
  const [overall, perCollege] = secondCall ? [0, 0] : [number(entry, 'quorum-overall'), number(entry, 'quorum-per-college')];
  const answered = of => of.filter(s => votes.has(s.seat)).length;

  is('seats', seats.length);
  is('electorate', seats.reduce((sum, s) => sum + s.weight, 0));
  is('answered', answered(seats));
  is('quorum', percent(seats.length, overall));
  expect(answered(seats) >= number(entry, 'quorum'), `${who}: decided without its quorum`);
  for (const college of colleges(entry)) {
    const own = seats.filter(s => s['college-name'] === college.name);
    expect(
      college['college-seats'] === own.length && college['college-answered'] === answered(own)
        && college['college-needed'] === percent(own.length, perCollege) && college['college-answered'] >= college['college-needed'],
      `${who}: the college ${college.name} counts otherwise`);
  }

  const majority = value(entry, 'majority');
  const options = entry.lines.filter(l => l[0] === 'option-voices').map(l => Number(l[1]));
  const ranked = [...options].sort((a, b) => b - a);
  if (majority === 'Options') {
    options.forEach((voices, place) => expect(
      secret || voices === seats.filter(s => votes.get(s.seat)?.option === String(place)).reduce((sum, s) => sum + s.weight, 0),
      `${who}: option ${place + 1} counts otherwise`));
    is('for', ranked[0] ?? 0);
    is('against', options.reduce((a, b) => a + b, 0) - (ranked[0] ?? 0));
  } else if (!secret) {
    is('for', weight('For', 'Reserve', 'Concern'));
    is('against', weight('Against'));
  }
  if (!secret) is('abstain', weight('Abstain'));

  const [pro, contra] = [number(entry, 'for'), number(entry, 'against')];
  if (secret)
    expect(
      pro + contra + number(entry, 'abstain') === seats.filter(s => votes.has(s.seat)).reduce((sum, s) => sum + s.weight, 0),
      `${who}: the totals aren't those of as many answers`);
  const strict = ['Simple', 'Opinion', 'Absolute', 'Options'].includes(majority);
  const threshold = majority === 'Simple' || majority === 'Opinion' ? contra
    : majority === 'Absolute' ? Math.floor(number(entry, 'electorate') / 2)
    : majority === 'Options' ? ranked[1] ?? 0
    : Math.max(1, Math.ceil(((pro + contra) * share[majority][0]) / share[majority][1] - 1e-9));
  is('threshold', threshold);
  is('strict', strict ? 'True' : 'False');
  const passes = strict ? pro > threshold : pro >= threshold;
  const even = majority === 'Options' ? ranked[0] === ranked[1] : pro === contra;
  if (value(entry, 'by-chair') === 'True') expect(even && value(entry, 'tie') === 'ChairDecides', `${who}: no tie for the chair`);
  else {
    is('verdict', passes ? 'Adopted' : 'Rejected');
    if (majority === 'Options' && passes) is('chosen', options.indexOf(ranked[0]));
  }
  return true;
}

function checkRegister(register) {
  let previous = '0'.repeat(64);
  let counted = 0;
  const last = new Map();
  for (const entry of register.decisions) {
    const who = `${value(entry, 'short')} ${value(entry, 'year')}-${value(entry, 'number').padStart(3, '0')}`;
    expect(entry.text === 'decision/1' && sha256(bytes(entry)) === entry.hash, `${who}: altered`);
    expect(value(entry, 'territory') === register.territory && value(entry, 'table') === register.table, `${who}: of another register`);
    expect(value(entry, 'previous') === previous, `${who}: out of the chain`);
    expect(number(entry, 'number') === (last.get(value(entry, 'year')) ?? 0) + 1, `${who}: a gap before it`);
    last.set(value(entry, 'year'), number(entry, 'number'));
    previous = entry.hash;
    checkDigests(entry, who);
    counted += checkArithmetic(entry, who) ? 1 : 0;
  }
  register.carences.forEach(checkCarence);
  return counted;
}

function checkHeads() {
  if (all.heads.length === 0) return;
  const key = createPublicKey(trusted ? readFileSync(trusted) : all.publicKey);
  const fingerprint = sha256(key.export({ type: 'spki', format: 'der' }));
  for (const head of all.heads) {
    const who = `head of ${value(head, 'day')}`;
    expect(head.text === 'register-heads/1' && head.key === fingerprint, `${who}: another key's`);
    expect(verify('sha256', bytes(head), key, Buffer.from(head.signature, 'base64')), `${who}: not signed`);
    const lines = head.lines.slice(2);
    for (const [at, [name]] of lines.entries()) {
      if (name !== 'territory') continue;
      const [territory, table, decisions, hash] = lines.slice(at, at + 4).map(l => l[1]);
      const register = all.registers.find(r => r.territory === territory && r.table === table);
      if (!register) continue;
      expect((decisions === '0' ? '0'.repeat(64) : register.decisions[Number(decisions) - 1]?.hash) === hash, `${who}: ${table} was rewritten`);
      for (let next = at + 4; lines[next]?.[0] === 'carence'; next += 2) {
        const carence = register.carences.find(c => value(c, 'ballot') === lines[next][1]);
        expect(carence && sha256(bytes(carence)) === lines[next + 1][1], `${who}: the carence of ${lines[next][1]} is gone or altered`);
      }
    }
  }
}

try {
  expect(all.format === 'concertation-register/1', `unknown format ${all.format}`);
  const counted = all.registers.map(checkRegister).reduce((a, b) => a + b, 0);
  checkHeads();
  const decisions = all.registers.reduce((sum, r) => sum + r.decisions.length, 0);
  console.log(`${decisions} decisions, ${counted} counted again, ${all.heads.length} heads`);
} catch (found) {
  if (!(found instanceof Break)) throw found;
  console.log(found.message);
  process.exit(1);
}
