// Starts Microsoft 365 Agents Playground for the bot of this machine, with the people of .m365agentsplayground.yml:
// docs/emulator.md. By itself it would listen on every interface and report what is done with it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Server } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values: { as, bot, port } } = parseArgs({
  options: {
    as: { type: 'string' },
    bot: { type: 'string', default: 'http://localhost:3978' },
    port: { type: 'string', default: '56150' },
  },
})
const tests = dirname(fileURLToPath(import.meta.url))
const people = join(tests, '..', '.m365agentsplayground.yml')
const tool = join(tests, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js')
const left = join(tests, '..', 'artifacts', 'playground')

// The tool's page speaks as its currentUser and no one else.
function seenBy(name) {
  const text = readFileSync(people, 'utf8').replaceAll('\r\n', '\n')
  const [, me] = /^currentUser:\n((?: {2}\S.*\n)+)/m.exec(text)
  const other = text.split(/^ {2}- /m).slice(1).map(user => /^(?:(?: {4})?\w+: .*\n)+/.exec(user)[0])
    .find(user => user.includes(`\n    name: ${name}\n`))
  if (me.includes(`  name: ${name}\n`)) return text
  if (!other) throw new Error(`${name} is not in ${people}`)
  return text
    .replace(`  - ${other}`, `  - ${me.trimStart().replaceAll('\n  ', '\n    ')}`)
    .replace(`currentUser:\n${me}`, `currentUser:\n  ${other.replaceAll('\n    ', '\n  ')}`)
    .replace('id: chat-personnel', `id: chat-${/id: (\S+)/.exec(other)[1]}`)
}

if (!existsSync(tool)) spawnSync(process.execPath, [join(tests, 'npm-ci-once.mjs')], { stdio: 'inherit' })

const config = join(left, `${as ?? 'people'}.yml`)
const log = join(left, `${as ?? 'people'}.log`)
mkdirSync(left, { recursive: true })
writeFileSync(config, as ? seenBy(as) : readFileSync(people))
rmSync(log, { force: true })
process.env.M365_AGENTS_PLAYGROUND_CONFIG_PATH = config
process.env.M365_AGENTS_PLAYGROUND_LOGFILE = log

const listen = Server.prototype.listen
Server.prototype.listen = function (where, ...rest) {
  return listen.call(this, where, '127.0.0.1', ...rest)
}

process.argv = [
  process.execPath, tool, 'start', '--app-endpoint', `${bot}/api/messages`, '--channel-id', 'msteams', '--port', port,
  '--disable-telemetry',
]
createRequire(import.meta.url)(tool)
