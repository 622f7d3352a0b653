using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>A decision with what its reader may know beside it.</summary>
/// <param name="Answers">Who answered what, for those who may know; empty for the others.</param>
/// <param name="CorrectedBy">The later decision that corrects it; null for none.</param>
/// <param name="Rounds">What other rounds of its proposal gave; null where that isn't shown.</param>
/// <param name="Followed">What came after it; null where that isn't shown. So for Reader.</param>
public sealed record DecisionSeen(Decision Decision, IReadOnlyList<CountedAnswer> Answers, DecisionNumber? CorrectedBy = null,
    DecisionFollowed? Followed = null, PersonId? Reader = null, Rounds? Rounds = null)
{
    /// <summary>How it stands with the table that validates it; null where none does.</summary>
    public EscalationStanding? Standing => Followed?.Standing;
}

/// <summary>One decision, whole: its page in the register.</summary>
public static class DecisionCard
{
    private const int MostReserves = 20;

    public static AdaptiveCard Of(DecisionSeen seen, TimeZoneInfo zone)
    {
        var decision = seen.Decision;
        return CardTrim.Fit(Card(
            $"{DecisionTexts.Number(decision)} : {DecisionTexts.Name(decision)}",
            [
                Heading(decision.Grounds?.Instance ?? decision.TableShort, DecisionTexts.Number(decision)),
                Lead(DecisionTexts.Name(decision)),
                OutcomePieces.Text(decision.Title, decision.Text),
                OutcomePieces.Verdict(decision.Outcome),
                OutcomePieces.Standing(seen.Standing, zone),
                seen.CorrectedBy is { } by
                    ? Notice(NoticeKind.Warning, "Corrigée depuis", $"Par la décision {DecisionTexts.Number(decision.TableShort, by)}.")
                    : null,
                seen.Followed?.After.Review is { } review
                    ? Notice(NoticeKind.Neutral, "Ce qu’elle est devenue", $"{FollowDecisionTexts.Became(review)} ({review.ByName}, le {French.ShortDay(review.At, zone)}).")
                    : null,
                Facts(Said(seen, zone)),
                .. Reserves(seen, zone),
                Faint(DecisionTexts.Sealed(decision)),
                Buttons(
                    seen is { Followed: { } followed, Reader: { } reader } && FollowDecisionCard.ReadButton(followed, reader) is { } read ? read : null,
                    seen is { Followed: { Holds: true, Concerned.Count: > 0 } returned, Reader: { } convener } && returned.Convenes(convener)
                        ? FollowDecisionCard.ReadersButton(decision)
                        : null,
                    seen is { Followed: { } asked, Reader: { } who } && (asked.MayReview(who) || asked.Open(who).Any())
                        ? new CardButton("Donner suite", FollowDecisionVerbs.Follow, FollowDecisionVerbs.Of(decision))
                        : null,
                    seen.Answers.Count > 0
                        ? new CardButton("Siège par siège", VoteVerbs.Answers, new JsonObject
                        {
                            ["territory"] = decision.Territory.Value, ["ballot"] = decision.Ballot.Value, ["from"] = "0",
                        })
                        : null,
                    new CardButton("Suivi des décisions", RegisterCard.ListVerb, new JsonObject { ["territory"] = decision.Territory.Value })),
            ]));
    }

    private static IEnumerable<CardFact?> Said(DecisionSeen seen, TimeZoneInfo zone)
    {
        var (decision, grounds) = (seen.Decision, seen.Decision.Grounds);
        return
        [
            ("Décidée le", French.DayAndTime(decision.At, zone)),
            ("Séance", grounds?.SessionAt is { } at ? $"{French.DayAndTime(at, zone)}{(decision.InCamera ? ", à huis clos" : "")}" : null),
            ("Point", grounds?.Item),
            ("Axe", decision.Axis is { } axis ? $"{axis.Value.ToUpperInvariant()}{(grounds?.Axis is { } title ? $" — {title}" : "")}" : null),
            ("Base légale", grounds?.LegalBasis),
            ("Décidée par", DecisionTexts.Way(decision)),
            ("Tours", seen.Rounds is { } rounds ? DecisionTexts.RoundsOf(decision, rounds) : null),
            ("Appelés à voter", DecisionTexts.Electorate(decision.Outcome)),
            ("Portée par", grounds?.Carrier?.Structure),
            (EscalationTexts.ChangesIf(seen.Standing?.State), grounds?.Changes),
            ("À revoir le", grounds?.ReviewOn is { } day ? French.ShortDay(day) : null),
            ("Documents", grounds is { Attachments: { Count: > 0 } papers } ? string.Join(", ", papers.Select(p => p.Name)) : null),
            ("Corrige", decision.Corrects is { } corrected ? DecisionTexts.Number(decision.TableShort, corrected) : null),
        ];
    }

    /// <summary>Votes under reserve and their dates: a decision shows them as long as its votes may be read.</summary>
    private static IEnumerable<CardElement?> Reserves(DecisionSeen seen, TimeZoneInfo zone)
    {
        var under = seen.Answers.Where(a => a.Vote?.Choice == Domain.Votes.Choice.Reserve).Take(MostReserves).ToList();
        if (under.Count > 0)
        {
            yield return Section("Favorable sous réserve");
        }

        foreach (var (elector, vote) in under)
        {
            yield return Line(Strong(elector.Structure), Run(DecisionTexts.Reserve(vote!)));
            yield return seen.Followed?.Reserves.FirstOrDefault(r => r.Seat == elector.Seat) is { Answer: not null } kept
                ? Faint(FollowDecisionTexts.Became(kept, zone)) with { Spacing = Spacing.None }
                : null;
        }
    }
}
