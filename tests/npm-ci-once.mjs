// Installs the tests' Node packages exactly as package-lock.json says, once for all builds that run at the same time.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const stamp = join(folder, 'node_modules', '.installed')
const lock = join(folder, '.npm-ci.lock')
const owner = join(lock, 'pid')
const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')

const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

// A new time on the stamp tells MSBuild that it need not ask again.
const seal = () => writeFileSync(stamp, wanted)

function take() {
  try {
    mkdirSync(lock)
    writeFileSync(owner, String(process.pid))
    return true
  } catch (e) {
    if (e.code !== 'EEXIST') throw e
    return false
  }
}

// A lock whose process is gone, or that never got a process, belongs to an interrupted build.
function abandoned() {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (e) {
    if (e.code === 'EPERM') return false
    if (e.code === 'ESRCH') return true
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 10_000
  }
}

const deadline = Date.now() + 10 * 60_000
while (!take()) {
  if (abandoned()) rmSync(lock, { recursive: true, force: true })
  else if (Date.now() > deadline) {
    console.error(`error : another build has been installing Node packages for 10 minutes; if none is, delete ${lock}`)
    process.exit(1)
  } else await pause(200)
}

let status = 0
try {
  if (!installed()) {
    status = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
      { cwd: folder, shell: true, stdio: 'inherit' }).status ?? 1
  }

  if (status === 0) seal()
} finally {
  rmSync(lock, { recursive: true, force: true })
}

process.exit(status)
