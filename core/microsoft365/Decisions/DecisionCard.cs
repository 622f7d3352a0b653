using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>A decision with what its reader may know beside it.</summary>
/// <param name="Answers">Who answered what, for those who may know; empty for the others.</param>
/// <param name="CorrectedBy">The later decision that corrects it; null for none.</param>
public sealed record DecisionSeen(Decision Decision, IReadOnlyList<CountedAnswer> Answers, DecisionNumber? CorrectedBy = null);

/// <summary>One decision, whole: its page in the register.</summary>
public static class DecisionCard
{
    private const int MostReserves = 20;

    public static AdaptiveCard Of(DecisionSeen seen, TimeZoneInfo zone)
    {
        var decision = seen.Decision;
        return CardTrim.Fit(Card(
            $"{DecisionTexts.Number(decision)} : {decision.Name}",
            [
                Heading(decision.Grounds?.Instance ?? decision.TableShort, DecisionTexts.Number(decision)),
                Lead(decision.Name),
                OutcomePieces.Text(decision.Title, decision.Text),
                OutcomePieces.Verdict(decision.Outcome),
                seen.CorrectedBy is { } by
                    ? Notice(NoticeKind.Warning, "Corrigée depuis", $"Par la décision {DecisionTexts.Number(decision.TableShort, by)}.")
                    : null,
                Facts(Said(decision, zone)),
                .. Reserves(seen),
                Faint(DecisionTexts.Sealed(decision)),
                Buttons(
                    seen.Answers.Count > 0
                        ? new CardButton("Siège par siège", VoteVerbs.Answers, new JsonObject
                        {
                            ["territory"] = decision.Territory.Value, ["ballot"] = decision.Ballot.Value, ["from"] = "0",
                        })
                        : null,
                    new CardButton("Suivi des décisions", RegisterCard.ListVerb, new JsonObject { ["territory"] = decision.Territory.Value })),
            ]));
    }

    private static IEnumerable<CardFact?> Said(Decision decision, TimeZoneInfo zone)
    {
        var grounds = decision.Grounds;
        return
        [
            ("Décidée le", French.DayAndTime(decision.At, zone)),
            ("Séance", grounds?.SessionAt is { } at ? $"{French.DayAndTime(at, zone)}{(decision.InCamera ? ", à huis clos" : "")}" : null),
            ("Point", grounds?.Item),
            ("Axe", decision.Axis is { } axis ? $"{axis.Value.ToUpperInvariant()}{(grounds?.Axis is { } title ? $" — {title}" : "")}" : null),
            ("Base légale", grounds?.LegalBasis),
            ("Décidée par", DecisionTexts.Way(decision)),
            ("Appelés à voter", DecisionTexts.Electorate(decision.Outcome)),
            ("Portée par", grounds?.Carrier?.Structure),
            ("Pour les partenaires", grounds?.Changes),
            ("À revoir le", grounds?.ReviewOn is { } day ? French.ShortDay(day) : null),
            ("Documents", grounds is { Attachments: { Count: > 0 } papers } ? string.Join(", ", papers.Select(p => p.Name)) : null),
            ("Corrige", decision.Corrects is { } corrected ? DecisionTexts.Number(decision.TableShort, corrected) : null),
        ];
    }

    /// <summary>Votes under reserve and their dates: a decision shows them as long as its votes may be read.</summary>
    private static IEnumerable<CardElement?> Reserves(DecisionSeen seen)
    {
        var under = seen.Answers.Where(a => a.Vote?.Choice == Domain.Votes.Choice.Reserve).Take(MostReserves).ToList();
        if (under.Count > 0)
        {
            yield return Section("Favorable sous réserve");
        }

        foreach (var (elector, vote) in under)
        {
            yield return Line(Strong(elector.Structure), Run(DecisionTexts.Reserve(vote!)));
        }
    }
}
