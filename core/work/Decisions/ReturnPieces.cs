using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Work.Decisions;

/// <summary>Adds to a message about a decision what its return asks: « j'ai pris connaissance », by card or by personal link.</summary>
public sealed class ReturnPieces(FollowDecision follow, PersonalLinks links, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(60);

    /// <summary>While another table hasn't validated it, the message stays as it is: the return comes with the validation.</summary>
    /// <param name="withChanges">The message doesn't say yet what changes.</param>
    public async Task<NoticeContent> Beside(
        NoticeContent content, Decision decision, PersonId reader, CancellationToken cancel, bool withChanges = false)
    {
        if (!decision.Adopted || await follow.Read(decision.Territory, decision.Ballot, cancel) is not { Holds: true } seen || !seen.IsTold(reader))
        {
            return content;
        }

        var changes = seen.MayRead(reader) && decision.Grounds?.Changes is { } said ? said : null;
        CardElement?[] more =
        [
            withChanges ? Facts(("Ce qui change", changes)) : null,
            Buttons(FollowDecisionCard.ReadButton(seen, reader), seen.Convenes(reader) ? FollowDecisionCard.ReadersButton(decision) : null),
        ];
        return content with
        {
            Card = content.Card with { Body = [.. content.Card.Body, .. more.OfType<CardElement>()] },
            Mail = content.Mail with
            {
                Text = content.Mail.Text + FollowDecisionMails.Invitation(changes, UrlFor(decision, reader)),
            },
        };
    }

    /// <summary>The reader's personal page of the decision.</summary>
    public string UrlFor(Decision decision, PersonId reader) => links.UrlFor(new PersonalLink(
        decision.Territory, LinkPurpose.Decision, decision.Ballot.Value, new SeatId("-"), reader, clock.GetUtcNow() + Lasts));
}
