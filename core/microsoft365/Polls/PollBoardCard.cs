using System.Globalization;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Polls;

/// <summary>A poll as its convener follows it: the dates ranked, what each would make of the session, and the one click that chooses.</summary>
public static class PollBoardCard
{
    private const string DetailBlock = "detail";

    // A card holds so many seats by name; the counts are always of all.
    private const int MostNames = 40;

    /// <param name="news">What just happened, above everything; null for nothing.</param>
    /// <param name="problem">Why the last click did nothing; null for nothing.</param>
    /// <param name="watcher">The convener's Teams id, for whom the card refreshes itself; null for no refresh.</param>
    public static AdaptiveCard Of(
        PollBoard board, Roster roster, DateTimeOffset now, string? news = null, string? problem = null, string? watcher = null)
    {
        var (poll, open) = (board.Poll, board.Poll.State == PollState.Open);
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            $"{PollTexts.Title} : {PollTexts.Subtitle(poll, board.Table)}, {PollTexts.Turnout(board)}",
            [
                Heading(PollTexts.Subtitle(poll, board.Table), PollTexts.Title, Status(board, now)),
                news is null ? null : Notice(NoticeKind.Good, news),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                Ended(board, roster),
                PollPieces.Facts(poll),
                Lead(PollTexts.Turnout(board)),
                open ? Faint(SessionTexts.AsOf(now, roster.Zone)) : null,
                .. board.Ranked.SelectMany((slot, i) => SlotOf(slot, i + 1, board, roster, open)),
                Faint(open ? $"{PollTexts.Rule} {PollTexts.Choosing}" : PollTexts.Rule),
                Buttons(Actions(board, now)),
                Folded(DetailBlock, Detail(board, roster, most)),
            ])
            .WithRefresh(PollVerbs.Show, CardJson.Frozen(PollKeys.Of(poll)), watcher is null ? [] : [watcher]));
    }

    /// <summary>Asks before a poll is ended without a date.</summary>
    public static AdaptiveCard AskWithdraw(PollBoard board, Roster roster) => Card(
        $"Abandonner le sondage : {PollTexts.Subtitle(board.Poll, board.Table)}",
        Heading(PollTexts.Subtitle(board.Poll, board.Table), "Abandonner ce sondage ?"),
        Facts(
            ("Dates", French.Join([.. board.Poll.Slots.Select(s => French.ShortDay(s.Start, roster.Zone))])),
            ("Réponses", PollTexts.Turnout(board))),
        Buttons(
            new CardButton("Abandonner et prévenir", PollVerbs.Withdraw, PollKeys.Of(board.Poll), ActionStyle.Destructive),
            new CardButton("Le laisser ouvert", PollVerbs.Show, PollKeys.Of(board.Poll))),
        Faint("Toutes les personnes sollicitées sont prévenues. Aucune date n’est retenue."));

    private static CardStatus Status(PollBoard board, DateTimeOffset now) => board.Poll.State switch
    {
        PollState.Chosen => new CardStatus("Date retenue", TextColor.Good),
        PollState.Withdrawn => new CardStatus("Abandonné", TextColor.Attention),
        _ when !board.Poll.TakesAnswers(now) => new CardStatus("Dates passées", TextColor.Warning),
        _ => new CardStatus("En cours", TextColor.Accent),
    };

    private static CardElement? Ended(PollBoard board, Roster roster) => board.Poll switch
    {
        { State: PollState.Withdrawn } => Notice(NoticeKind.Warning, PollTexts.Withdrawn),
        { State: PollState.Chosen, Chosen: { } chosen } poll when poll.SlotOf(chosen) is { } slot => Notice(
            NoticeKind.Good, "Date retenue", French.DayAndTime(slot.Start, roster.Zone)),
        _ => null,
    };

    private static IEnumerable<CardElement?> SlotOf(SlotStanding slot, int rank, PollBoard board, Roster roster, bool open)
    {
        var when = $"{rank.ToString(CultureInfo.InvariantCulture)}. {French.DayAndTime(slot.Slot.Start, roster.Zone)}";
        yield return new Container(
        [
            Line(Strong(when)),
            .. Proportions(
                new Share("oui", slot.Yes, TextColor.Good), new Share("si nécessaire", slot.IfNeeded, TextColor.Warning),
                new Share("non", slot.No, TextColor.Attention), new Share("sans réponse", slot.Unknown)) is { } bar
                ? [bar with { Spacing = Spacing.Small }]
                : Array.Empty<CardElement>(),
            Line(Run(PollTexts.Colleges(slot, board))) with { Spacing = Spacing.Small },
            Line(
                new TextRun("●\u00A0") { Color = ColorOf(slot.Quorum.Reach), IsSubtle = slot.Quorum.Reach == QuorumReach.NoneAsked ? true : null },
                Run(PollTexts.Quorum(slot.Quorum, roster))) with { Spacing = Spacing.None },
            .. PollTexts.Calendar(slot) is { } calendar ? [Faint(calendar) with { Spacing = Spacing.None }] : Array.Empty<CardElement>(),
            .. slot.Past ? [Faint("Cette date est passée.") with { Spacing = Spacing.None }] : Array.Empty<CardElement>(),
        ])
        { Separator = true, Spacing = Spacing.Medium };
        yield return open && !slot.Past
            ? Buttons(new CardButton(
                "Choisir cette date", PollVerbs.Choose, PollKeys.Of(board.Poll, slot.Slot.Id),
                rank == 1 ? ActionStyle.Positive : null))
            : null;
    }

    private static TextColor? ColorOf(QuorumReach reach) => reach switch
    {
        QuorumReach.Reached => TextColor.Good,
        QuorumReach.Reachable => TextColor.Warning,
        QuorumReach.OutOfReach => TextColor.Attention,
        _ => null,
    };

    private static IEnumerable<CardAction?> Actions(PollBoard board, DateTimeOffset now)
    {
        var (poll, silent) = (board.Poll, board.Silent.Count());
        yield return new CardButton("Actualiser", PollVerbs.Show, PollKeys.Of(poll));
        yield return Unfold("Voir siège par siège", DetailBlock);
        if (poll.State == PollState.Chosen)
        {
            yield return new CardButton("Voir la séance", SessionVerbs.Show, PollKeys.OfSession(poll));
        }

        if (poll.TakesAnswers(now) && silent > 0)
        {
            yield return new CardButton($"Relancer ({silent.ToString(CultureInfo.InvariantCulture)})", PollVerbs.Remind, PollKeys.OfReminder(poll))
            {
                Tooltip = "Écrire à nouveau à celles et ceux qui n’ont pas répondu",
            };
        }

        if (poll.State == PollState.Open)
        {
            yield return new CardButton("Abandonner…", PollVerbs.AskWithdraw, PollKeys.Of(poll));
        }
    }

    private static IEnumerable<CardElement> Detail(PollBoard board, Roster roster, int most)
    {
        yield return Section("Siège par siège");
        yield return Faint($"Dans l’ordre des dates : {string.Join(" · ", board.Poll.Slots.Select(s => French.ShortDay(s.Start, roster.Zone)[..5]))}");
        // Who has not answered comes first: that is what the list is opened for.
        foreach (var seat in board.Seats.OrderBy(s => s.Answer is not null).Take(most))
        {
            yield return Line(
                Strong(roster.StructureName(seat.Seat.Structure)), Between(" "),
                Run(seat.Mandate is { } mandate ? $"({mandate.Holder.Name}) :" : ":"), Between(" "),
                Run(PollTexts.Marks(seat, board.Poll))) with { Spacing = Spacing.Small };
        }

        if (board.Seats.Count > most)
        {
            yield return Faint($"Et {French.Count(board.Seats.Count - most, "autre siège, compté plus haut", "autres sièges, comptés plus haut")}.");
        }
    }
}
