// Reads each .ics of a folder as ical.js does, and writes what it found as JSON, a line a file: "name {…}".
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [modules, folder] = process.argv.slice(2)
const ICAL = createRequire(join(modules, 'x.js'))('ical.js').default
  ?? createRequire(join(modules, 'x.js'))('ical.js')

const utc = time => time && new Date(time.toUnixTime() * 1000).toISOString()
const person = property => property && {
  mail: property.getFirstValue().replace(/^mailto:/i, ''),
  name: property.getParameter('cn'),
  role: property.getParameter('role'),
  status: property.getParameter('partstat'),
  rsvp: property.getParameter('rsvp'),
}

function eventOf(component) {
  const event = new ICAL.Event(component)
  const text = name => component.getFirstPropertyValue(name)
  return {
    uid: event.uid,
    sequence: event.sequence,
    stamp: utc(text('dtstamp')),
    start: utc(event.startDate),
    startZone: event.startDate.zone.tzid,
    startLocal: event.startDate.toString(),
    end: utc(event.endDate),
    minutes: event.duration.toSeconds() / 60,
    summary: event.summary,
    description: event.description,
    location: event.location,
    url: text('url'),
    organizer: person(component.getFirstProperty('organizer')),
    attendees: component.getAllProperties('attendee').map(person),
    status: text('status'),
    transparency: text('transp'),
    class: text('class'),
  }
}

for (const file of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, file))
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')))
  const lines = bytes.toString('utf8').split('\r\n')
  console.log(file, JSON.stringify({
    product: calendar.getFirstPropertyValue('prodid'),
    version: calendar.getFirstPropertyValue('version'),
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    refresh: calendar.getFirstPropertyValue('refresh-interval')?.toString(),
    zones: calendar.getAllSubcomponents('vtimezone').map(zone => zone.getFirstPropertyValue('tzid')),
    events: calendar.getAllSubcomponents('vevent').map(eventOf),
    longest: Math.max(...lines.map(line => Buffer.byteLength(line))),
    bareLineEnds: /[^\r]\n|\r[^\n]/.test(bytes.toString('utf8')),
    endsWithLineEnd: lines.at(-1) === '',
  }))
}

console.log('end')
