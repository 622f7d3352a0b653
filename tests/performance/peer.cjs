// The peer: an echo bot as small as npm's botbuilder allows, on Node's own HTTP server, which is quicker than the
// restify of its samples. Its tokens are really checked, against the keys of BOT_OPENID_METADATA.
const { createServer } = require('node:http')
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder')

const { BOT_APP_ID, BOT_TENANT_ID, BOT_SECRET, BOT_OPENID_METADATA, PORT } = process.env

class EchoBot extends ActivityHandler {
  async onAdaptiveCardInvoke(context, value) {
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: `Echo: ${value.action.verb}` }
  }
}

// One address changed from the public cloud's makes the SDK ask for them all.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: BOT_APP_ID,
  MicrosoftAppPassword: BOT_SECRET,
  MicrosoftAppTenantId: BOT_TENANT_ID,
  MicrosoftAppType: 'SingleTenant',
  ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${BOT_TENANT_ID}`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: BOT_OPENID_METADATA,
  ToBotFromEmulatorOpenIdMetadataUrl: BOT_OPENID_METADATA,
}))
const bot = new EchoBot()

// What the SDK wants of express or restify, and no more.
function answer(response) {
  return {
    status(code) { response.statusCode = code },
    header(name, value) { response.setHeader(name, value) },
    send(body) {
      const json = JSON.stringify(body)
      response.setHeader('Content-Type', 'application/json')
      response.setHeader('Content-Length', Buffer.byteLength(json))
      response.write(json)
    },
    end() { response.end() },
  }
}

createServer((request, response) => {
  const parts = []
  request.on('data', part => parts.push(part)).on('end', () => {
    request.body = JSON.parse(Buffer.concat(parts))
    adapter.process(request, answer(response), context => bot.run(context))
  })
}).listen(Number(PORT), '127.0.0.1')
