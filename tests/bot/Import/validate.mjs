// Tells which files of a folder docs/territory-file.schema.json accepts, as ajv reads it: one line "name true|false" each.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, schema, folder] = process.argv.slice(2)
const { default: Ajv } = createRequire(join(modules, 'x.js'))('ajv/dist/2020.js')
const validate = new Ajv({ strict: true, allowUnionTypes: true })
  .compile(JSON.parse(readFileSync(schema, 'utf8')))
for (const file of readdirSync(folder)) {
  console.log(file, validate(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}

console.log('end')
