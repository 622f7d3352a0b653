using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>One ballot of a list, with what this person can do with it.</summary>
/// <param name="Seats">The person's voting seats in it, with the names of their structures.</param>
/// <param name="Convenes">Whether the person may close it.</param>
public sealed record ListedBallot(Ballot Ballot, IReadOnlyList<(SeatId Seat, string Structure)> Seats, bool Convenes);

/// <summary>« votes »: what is open to this person, then what was decided lately.</summary>
public static class BallotListCard
{
    private const int MostOpen = 8;
    private const int MostPast = 8;

    public static AdaptiveCard Of(
        TerritoryId territory, IReadOnlyList<ListedBallot> listed, bool mayPropose, DateTimeOffset now)
    {
        var open = listed.Where(l => !l.Ballot.IsOver(now) || l.Ballot.State == BallotState.Suggested).ToList();
        var past = listed.Except(open).ToList();
        return CardTrim.Fit(Card(
            open.Count == 0 ? "Aucun vote ouvert" : $"{French.Count(open.Count, "vote ouvert", "votes ouverts")}",
            [
                Heading(null, "Votes"),
                open.Count == 0 ? PeopleText("Aucun vote n’est ouvert pour vous en ce moment.") : null,
                .. open.Take(MostOpen).SelectMany(l => Open(l, now)),
                past.Count == 0 ? null : Section("Derniers votes"),
                .. past.Take(MostPast).Select(l => (CardElement?)Line(
                    Strong(AnswerTexts.Titled(l.Ballot)), Run($" — {VoteTexts.State(l.Ballot, now)} ({l.Ballot.Labels.TableShort}, {Day(l.Ballot)})"))),
                Buttons(
                    mayPropose ? new CardButton("Proposer", VoteVerbs.Form, new JsonObject { ["territory"] = territory.Value }) : null,
                    new CardButton("Actualiser", VoteVerbs.List, new JsonObject { ["territory"] = territory.Value }) { Aside = mayPropose }),
            ]));
    }

    /// <summary>Which of several open ballots is meant by « clos le vote » or « retire le vote ».</summary>
    /// <param name="verb">What the button of each does.</param>
    public static AdaptiveCard Which(IReadOnlyList<Ballot> ballots, string verb, string asked) => CardTrim.Fit(Card(
        asked,
        [
            PeopleText(asked),
            .. ballots.Take(MostOpen).SelectMany(b => new CardElement?[]
            {
                Line(Strong(AnswerTexts.Titled(b)), Run($" — {b.Labels.TableShort}, {VoteTexts.Until(b)}")),
                Buttons(new CardButton("Ce vote", verb, VoteVerbs.Of(b))),
            }),
        ]));

    /// <summary>For which seat in which ballot, where the words leave it open.</summary>
    public static AdaptiveCard WhichSeat(IReadOnlyList<ListedBallot> listed, string verb, string asked) => CardTrim.Fit(Card(
        asked,
        [
            PeopleText(asked),
            .. listed.Take(MostOpen).SelectMany(l => new CardElement?[]
            {
                Line(Strong(AnswerTexts.Titled(l.Ballot)), Run($" — {l.Ballot.Labels.TableShort}, {VoteTexts.Until(l.Ballot)}")),
                Buttons(l.Seats.Take(3).Select(s => (CardAction?)new CardButton(
                    l.Seats.Count == 1 ? "Ce vote" : CardTrim.Shorten($"Pour {s.Structure}", 30), verb, VoteVerbs.Of(l.Ballot, s.Seat)))),
            }),
        ]));

    private static CardElement?[] Open(ListedBallot listed, DateTimeOffset now)
    {
        var ballot = listed.Ballot;
        return
        [
            Line(Strong(AnswerTexts.Titled(ballot))) with { Separator = true },
            Faint(ballot.State == BallotState.Suggested
                ? $"{ballot.Labels.TableShort} — suggérée par {ballot.ProposedByName}, attend la personne qui pilote"
                : $"{VoteTexts.Place(ballot)} — ouvert {VoteTexts.Until(ballot)}"),
            Buttons(
                [
                    .. listed.Seats.Take(3).Select(s => (CardAction?)new CardButton(
                        listed.Seats.Count == 1 ? "Voter" : CardTrim.Shorten($"Voter pour {s.Structure}", 30), VoteVerbs.Refresh,
                        VoteVerbs.Of(ballot, s.Seat), ActionStyle.Positive)),
                    listed.Convenes
                        ? new CardButton(
                            ballot.State == BallotState.Suggested ? "Examiner" : "Suivre, clore, retirer", VoteVerbs.Manage,
                            VoteVerbs.Of(ballot))
                        : null,
                ]),
        ];
    }

    private static string Day(Ballot ballot) =>
        French.ShortDay(ballot.ClosesAt ?? ballot.ProposedAt, ballot.Labels.Zone);
}
