using System.Globalization;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>« Qui vote »: every seat with its weight, frozen when the vote opened, and what the quorum asks for.</summary>
public static class ElectorsCard
{
    private const int SeatsPerPage = 40;
    private const int MostReturned = 5;

    /// <summary>Under which the seat chosen from a list travels.</summary>
    public const string SeatInput = "of";

    /// <summary>Under which the seat that gets a proxy travels.</summary>
    public const string HolderInput = "holder";

    /// <param name="seat">For which the reader came; null for who convenes.</param>
    /// <param name="from">How many seats came on the pages before.</param>
    public static AdaptiveCard Of(Electorate electorate, SeatId? seat, int from, DateTimeOffset now) =>
        CardTrim.AsManyAsFit(SeatsPerPage, most =>
        {
            var ballot = electorate.Ballot;
            var page = electorate.Seats.Skip(from).Take(most).ToList();
            return Card(
                $"Qui vote : {ballot.Title}",
                [
                    Heading(VoteTexts.Place(ballot), RightsTexts.WhoVotes, new(VoteTexts.State(ballot, now))),
                    Lead(ballot.Title),
                    Facts(
                    [
                        ("Votants", RightsTexts.Voting(electorate)),
                        ("Quorum", RightsTexts.Quorum(ballot)),
                        .. electorate.Colleges.Where(c => c.Needed > 0).Select(c => (CardFact?)(c.College, RightsTexts.Quorum(c))),
                        ("Consultatifs", electorate.Consultative.Any() ? French.Count(electorate.Consultative.Count(), "siège, compté à part", "sièges, comptés à part") : null),
                        ("Déports", electorate.OutByRecusal.Any() ? French.Count(electorate.OutByRecusal.Count(), "siège", "sièges") : null),
                    ]),
                    .. page.GroupBy(s => s.CollegeName).SelectMany(College),
                    Faint("Sièges et voix sont fixés depuis l’ouverture du vote. Seuls un déport ou un pouvoir changent qui répond."),
                    Buttons(
                        from > 0 ? Page("Sièges précédents", ballot, seat, Math.Max(0, from - most)) : null,
                        from + page.Count < electorate.Seats.Count ? Page("Sièges suivants", ballot, seat, from + page.Count) : null,
                        Back(ballot, seat)),
                ]);
        });

    /// <summary>Asks before a seat is taken out; who convenes may put one back.</summary>
    /// <param name="seat">The reader's own; null to choose one, for who convenes.</param>
    public static AdaptiveCard AskRecuse(Electorate electorate, SeatId? seat, string? problem = null)
    {
        var ballot = electorate.Ballot;
        var left = electorate.Seats.Where(s => s.Recused is null).ToList();
        return CardTrim.AsManyAsFit(200, most => Card(
            $"Déport : {ballot.Title}",
            [
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                Heading(VoteTexts.Place(ballot), "Noter un déport"),
                Lead(ballot.Title),
                seat is { } own
                    ? Line(Run("Siège concerné : "), Strong(left.FirstOrDefault(s => s.Seat == own)?.Structure ?? own.Value))
                    : new ChoiceSetInput(SeatInput, [.. left.Take(most).Select(s => new Choice(PeoplesWords.AsLabel(s.Structure), s.Seat.Value))])
                    {
                        Label = "Quel siège se déporte ?", Style = ChoiceStyle.Compact, Placeholder = "Choisir le siège",
                    },
                Faint($"{RightsTexts.WhatRecusalDoes} {RightsTexts.UntilWhen}"),
                Buttons(
                    new CardButton(
                        seat is null ? "Noter le déport" : "Je me déporte", VoteVerbs.Recuse, DataOf(ballot, seat), ActionStyle.Destructive),
                    Back(ballot, seat)),
                .. seat is null ? electorate.OutByRecusal.Take(MostReturned).SelectMany(s => Returned(ballot, s)) : [],
            ]));
    }

    private static CardElement?[] Returned(Ballot ballot, Elector seat) =>
    [
        Line(Strong(seat.Structure)) with { Separator = true },
        Faint(RightsTexts.Recused(seat.Recused!, ballot.Labels.Zone)),
        Buttons(new CardButton("Reprendre ce déport", VoteVerbs.RecuseBack, VoteVerbs.Of(ballot, seat.Seat)) { WithInputs = false }),
    ];

    /// <summary>Gives a proxy for this ballot.</summary>
    public static AdaptiveCard Proxy(Electorate electorate, SeatId from, int mostPerHolder, string? problem = null)
    {
        var ballot = electorate.Ballot;
        return CardTrim.AsManyAsFit(200, most => Card(
            $"Donner pouvoir : {ballot.Title}",
            [
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                Heading(VoteTexts.Place(ballot), "Donner pouvoir pour ce vote"),
                Lead(ballot.Title),
                Line(Run("Pour le siège "), Strong(electorate.Seats.FirstOrDefault(s => s.Seat == from)?.Structure ?? from.Value)),
                new ChoiceSetInput(
                    HolderInput, [.. electorate.HoldersFor(from).Take(most).Select(s => new Choice(PeoplesWords.AsLabel(s.Structure), s.Seat.Value))])
                {
                    Label = "À qui donnez-vous pouvoir ?", Style = ChoiceStyle.Compact, Placeholder = "Choisir le siège",
                },
                Buttons(new CardButton("Donner pouvoir", VoteVerbs.ProxyGive, DataOf(ballot, from), ActionStyle.Positive), Back(ballot, from)),
                Faint($"Un siège peut porter {French.Count(mostPerHolder, "pouvoir", "pouvoirs")} au plus. Le pouvoir vaut pour ce vote seulement ; vous pouvez le reprendre tant qu’il n’a pas servi."),
            ]));
    }

    private static IEnumerable<CardElement> College(IGrouping<string, Elector> college)
    {
        yield return Line(Strong($"Collège {college.Key}")) with { Separator = true, Spacing = Spacing.Medium };
        foreach (var seat in college)
        {
            yield return Line(Run(seat.Structure), Between(" — "), Run(RightsTexts.Right(seat)) with { IsSubtle = true }) with { Spacing = Spacing.Small };
        }
    }

    private static CardButton Page(string title, Ballot ballot, SeatId? seat, int from) => new(
        title, VoteVerbs.Electors, DataOf(ballot, seat).With("from", from.ToString(CultureInfo.InvariantCulture))) { WithInputs = false };

    private static CardButton Back(Ballot ballot, SeatId? seat) => new(
        "Revenir au vote", seat is null ? VoteVerbs.Manage : VoteVerbs.Refresh, DataOf(ballot, seat)) { WithInputs = false };

    private static System.Text.Json.Nodes.JsonObject DataOf(Ballot ballot, SeatId? seat) =>
        seat is { } of ? VoteVerbs.Of(ballot, of) : VoteVerbs.Of(ballot);
}
