using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Turns;

/// <summary>Says something to one person, in their conversation with the bot, though they act in a group.</summary>
public sealed class PersonalSay(IChatAddresses addresses, ConnectorClient connector)
{
    /// <summary>False where the person can't be written to, or nobody knows whether it arrived.</summary>
    public async Task<bool> Send(Actor actor, Say say, CancellationToken cancel)
    {
        if (await addresses.Of(actor.Territory, actor.Id, cancel) is not { } address || actor.EntraId is null)
        {
            return false;
        }

        if (address.Conversation is null)
        {
            if (await connector.Create(address.ServiceUrl, address.BotId, actor.EntraId, address.Tenant ?? "", cancel) is not SendOutcome.Sent created)
            {
                return false;
            }

            address = address with { Conversation = created.Id };
            await addresses.Remember(actor.Territory, actor.Id, address, cancel);
        }

        return await connector.Send(
            new(address.ServiceUrl, address.Conversation, address.BotId, address.Tenant), Answers.MessageOf(say), cancel) is SendOutcome.Sent;
    }
}
