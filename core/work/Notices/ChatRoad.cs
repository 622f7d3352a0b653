using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;

namespace Concertation.Work.Notices;

/// <summary>The road by chat: the person's personal conversation, created once if the person has an account.</summary>
public sealed class ChatRoad(IChatAddresses addresses, ConnectorClient connector)
{
    /// <summary>Not a refusal: the person has no account here, mail is the way.</summary>
    public const string NoAccount = "NoAccount";

    /// <summary>Nobody of the territory has ever used the bot: no connector is known yet.</summary>
    public const string NoConnectorYet = "NoConnectorYet";

    /// <summary>The notice as the try left it; Failed means that chat is no road and nothing was sent.</summary>
    public async Task<Notice> Send(Notice notice, Person? person, AdaptiveCard card, CancellationToken cancel)
    {
        var address = await addresses.Of(notice.Territory, notice.Recipient, cancel);
        if (address?.Conversation is null && EntraIdOf(notice, person) is not { } entraId)
        {
            return Refused(notice, NoAccount);
        }
        else if (address is null)
        {
            return Refused(notice, NoConnectorYet);
        }
        else if (address.Conversation is null)
        {
            entraId = EntraIdOf(notice, person)!;
            var created = await connector.Create(address.ServiceUrl, address.BotId, entraId, address.Tenant ?? "", cancel);
            if (created is not SendOutcome.Sent conversation)
            {
                // Nothing was sent to anyone yet: a conversation created twice is the same conversation.
                return Refused(notice, created is SendOutcome.Refused no ? no.Code : "ConversationUncertain");
            }

            address = address with { Conversation = conversation.Id };
            await addresses.Remember(notice.Territory, notice.Recipient, address, cancel);
        }

        var message = new Activity { Type = "message", Attachments = [Attachment.Card(CardJson.Element(card))] };
        var outcome = await connector.Send(
            new(address.ServiceUrl, address.Conversation!, address.BotId, address.Tenant), message, cancel);
        return outcome.Match(
            sent => notice with { State = NoticeState.Delivered, Road = Road.Chat, ActivityId = sent.Id, ChatRefusal = null },
            refused => Refused(notice, refused.Code),
            uncertain => notice with
            {
                Road = Road.Chat,
                ChatRefusal = uncertain.Reason,
                UnknownOutcomes = notice.UnknownOutcomes + 1,
                State = notice.UnknownOutcomes == 0 ? NoticeState.Uncertain : NoticeState.LeftUncertain,
            });
    }

    private static Notice Refused(Notice notice, string code) =>
        notice with { State = NoticeState.Failed, Road = Road.Chat, ChatRefusal = code };

    private static string? EntraIdOf(Notice notice, Person? person) =>
        person?.EntraId ?? (Partners.EntraIdOf(notice.Recipient));
}
