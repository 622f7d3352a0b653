using System.Text.Json.Nodes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Documents;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Sessions;

/// <summary>A session as its convener follows it: who comes, college by college, and what can be done.</summary>
public static class ConvenedCard
{
    private const string DetailBlock = "detail";
    private const string BehalfBlock = "behalf";

    // A card holds so many seats by name; the counts are always of all.
    private const int MostNames = 40;

    /// <param name="news">What just happened, above everything; null for nothing.</param>
    /// <param name="open">Whether the session still takes answers and changes.</param>
    /// <param name="watcher">The convener's Teams id, for whom the card refreshes itself; null for no refresh.</param>
    /// <param name="papers">Its documents; null when there are none.</param>
    /// <param name="at">When this was looked up: an older card tells its age. Null says nothing.</param>
    /// <param name="polledYes">Seats without an answer that had said yes to this date in the poll it comes from.</param>
    /// <param name="lackedQuorum">Whether it may be convened again without quorum.</param>
    public static AdaptiveCard Of(
        Attendance attendance, Roster roster, bool open, string? news = null, string? watcher = null, SessionPapers? papers = null,
        DateTimeOffset? at = null, int polledYes = 0, bool lackedQuorum = false)
    {
        var session = attendance.Session;
        var cancelled = session.State == SessionState.Cancelled;
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            $"{SessionTexts.Name(session, attendance.Table, roster.Zone)} : {SessionTexts.Counts(attendance)}",
            [
                Heading(SessionPieces.Subtitle(session, attendance.Table), "Séance", Status(session, open)),
                news is null ? null : Notice(NoticeKind.Good, news),
                cancelled && session.CancelReason is { } reason ? Quote(reason, "Motif de l’annulation") : null,
                SessionPieces.Facts(session, roster.Zone),
                .. SessionPieces.SecondCall(session),
                .. Replies(attendance, roster, most, open ? at : null, polledYes),
                .. SessionPieces.Agenda(session.Agenda, papers, Math.Min(most, PaperPieces.MostLinks)),
                Buttons(Actions(session, open && !cancelled, lackedQuorum)),
                open && !cancelled ? OnBehalf(attendance, roster, most) : null,
            ])
            .WithRefresh(SessionVerbs.Show, CardJson.Frozen(SessionKeys.Of(session)), watcher is null ? [] : [watcher]));
    }

    /// <summary>« Qui n’a pas répondu ? »</summary>
    /// <param name="from">How many of the seats were shown already.</param>
    public static AdaptiveCard Missing(Attendance attendance, Roster roster, bool open, int from = 0)
    {
        var session = attendance.Session;
        var waiting = attendance.WithoutReply.ToList();
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            $"Sans réponse : {French.Count(waiting.Count, "siège", "sièges")}",
            [
                Heading(
                    $"{SessionPieces.Subtitle(session, attendance.Table)} — {French.DayAndTime(session.Start, roster.Zone)}",
                    "Qui n’a pas répondu ?"),
                waiting.Count == 0
                    ? Notice(NoticeKind.Good, "Tout le monde a répondu", SessionTexts.Counts(attendance))
                    : Lead($"{French.Count(waiting.Count, "siège n’a pas répondu", "sièges n’ont pas répondu")} sur {attendance.Seats.Count()}."),
                .. attendance.Colleges.Where(c => c.Seats.Any(s => s.Waiting)).SelectMany(college => Names(college, [.. waiting.Skip(from).Take(most)], roster)),
                waiting.Count > from + most ? Faint($"Et {French.Count(waiting.Count - from - most, "autre", "autres")}.") : null,
                Buttons(
                    waiting.Count > from + most ? Next(session, from + most) : null,
                    open && waiting.Exists(s => s.Mandate is not null)
                        ? new CardButton("Relancer…", SessionVerbs.RemindForm, SessionKeys.Of(session), ActionStyle.Positive)
                        : null,
                    new CardButton("Voir la séance", SessionVerbs.Show, SessionKeys.Of(session)), MissingAgain(session, open)),
            ]));
    }

    private static CardButton Next(Session session, int from)
    {
        var data = SessionKeys.Of(session);
        data["from"] = from.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new CardButton("Sièges suivants", SessionVerbs.Missing, data);
    }

    private static CardAction? MissingAgain(Session session, bool open) =>
        open ? new CardButton("Actualiser", SessionVerbs.Missing, SessionKeys.Of(session)) : null;

    private static CardStatus Status(Session session, bool open) =>
        session.State == SessionState.Cancelled ? new CardStatus("Annulée", TextColor.Attention)
        : open ? new CardStatus("Convoquée", TextColor.Good)
        : new CardStatus("Passée");

    private static IEnumerable<CardElement> Replies(
        Attendance attendance, Roster roster, int most, DateTimeOffset? at, int polledYes)
    {
        yield return Section("Réponses");
        yield return Lead(SessionTexts.Counts(attendance));
        if (polledYes > 0)
        {
            yield return Faint(SessionTexts.PolledYes(polledYes));
        }

        if (at is { } then)
        {
            yield return Faint(SessionTexts.AsOf(then, roster.Zone));
        }

        foreach (var college in attendance.Colleges)
        {
            yield return Line(Run(college.College.Name), Between(" — "), Run(SessionTexts.Counts(college)) with { IsSubtle = true })
                with { Spacing = Spacing.Small };
        }

        yield return Buttons(Unfold("Voir siège par siège", DetailBlock))!;
        yield return Folded(DetailBlock, Detail(attendance, roster, most));
    }

    private static IEnumerable<CardElement> Detail(Attendance attendance, Roster roster, int most)
    {
        foreach (var seat in attendance.Seats.Take(most))
        {
            var answer = seat.Waiting ? SessionTexts.Waiting(seat) : SessionTexts.Lower(SessionTexts.Reply(seat.Reply!));
            yield return Line(
                Strong(roster.StructureName(seat.Seat.Structure)), Between(" "),
                Run(seat.Mandate is { } mandate ? $"({mandate.Holder.Name}) :" : ":"), Between(" "), Run(answer))
                with { Spacing = Spacing.Small };
        }

        if (attendance.Seats.Count() > most)
        {
            yield return Faint($"Et {attendance.Seats.Count() - most} autres sièges, comptés plus haut.");
        }
    }

    private static IEnumerable<CardElement> Names(CollegeAnswers college, IReadOnlyList<SeatAnswer> shown, Roster roster)
    {
        var seats = college.Seats.Where(shown.Contains).ToList();
        if (seats.Count > 0)
        {
            yield return Line(Run(college.College.Name) with { IsSubtle = true, Size = TextSize.Small });
        }

        foreach (var seat in seats)
        {
            var note = seat.Mandate is null || seat.Reply is not null ? $" — {SessionTexts.Waiting(seat)}" : "";
            yield return Line(
                Strong(roster.StructureName(seat.Seat.Structure)), Between(" "),
                Run($"{seat.Mandate?.Holder.Name}{note}")) with { Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<CardAction?> Actions(Session session, bool open, bool lackedQuorum)
    {
        var data = SessionKeys.Of(session);
        if (!open)
        {
            // One that wasn't held has no minutes.
            var held = session.State != SessionState.Cancelled;
            return
            [
                new CardButton("Actualiser", SessionVerbs.Show, data) { WithInputs = false },
                held ? new CardButton("Compte rendu", Minutes.MinutesVerbs.Show, data) { WithInputs = false } : null,
                // It may last longer than was planned.
                held ? new CardButton("Déroulement", Meetings.MeetingVerbs.Show, data) { WithInputs = false } : null,
                lackedQuorum ? new CardButton("Seconde convocation", SessionVerbs.SecondCall, data) { WithInputs = false } : null,
                new CardButton("Toutes les séances", SessionVerbs.List, Territory(session)) { WithInputs = false },
            ];
        }

        return
        [
            new CardButton("Actualiser", SessionVerbs.Show, data) { WithInputs = false },
            new CardButton("Ordre du jour", Agendas.AgendaVerbs.Show, data) { WithInputs = false },
            new CardButton("Qui n’a pas répondu ?", SessionVerbs.Missing, data) { WithInputs = false },
            new CardButton("Tenir la séance", Meetings.MeetingVerbs.Show, data) { WithInputs = false },
            new CardButton("Déplacer", SessionVerbs.MoveForm, data) { WithInputs = false },
            new CardButton("Proposer au vote", Votes.VoteVerbs.Form, data) { WithInputs = false },
            new CardButton("Annuler la séance", SessionVerbs.CancelForm, data) { WithInputs = false, Aside = true },
            Unfold("Noter une réponse reçue autrement", BehalfBlock) with { Mode = ActionMode.Secondary },
        ];
    }

    private static JsonObject Territory(Session session) => new() { [SessionKeys.Territory] = session.Territory.Value };

    // A phone call, a word in a corridor: the convener notes the answer, and the trace says who noted it.
    private static Container OnBehalf(Attendance attendance, Roster roster, int most) => Folded(
        BehalfBlock,
        Section("Noter une réponse reçue par téléphone ou de vive voix"),
        new ChoiceSetInput(
            SessionKeys.Seat,
            [.. attendance.Seats.Take(most).Select(s => new Choice(PeoplesWords.AsLabel(roster.StructureName(s.Seat.Structure)), s.Seat.Id.Value))])
        {
            Label = "Siège", Style = ChoiceStyle.Compact, Placeholder = "Choisir le siège",
        },
        new ChoiceSetInput(
            SessionKeys.Reply,
            [
                new Choice("Présent", SessionKeys.Word(ReplyKind.Present)), new Choice("Absent", SessionKeys.Word(ReplyKind.Absent)),
                new Choice("Représenté", SessionKeys.Word(ReplyKind.Represented)),
            ])
        { Label = "Réponse", Style = ChoiceStyle.Compact, Value = SessionKeys.Word(ReplyKind.Present) },
        new TextInput(SessionKeys.Who) { Label = "Si représenté, par qui ?", MaxLength = SessionLimits.RepresentedBy },
        Buttons(new CardButton("Noter la réponse", SessionVerbs.Reply, Behalf(attendance.Session))));

    private static JsonObject Behalf(Session session)
    {
        var data = SessionKeys.Of(session);
        data[SessionKeys.Behalf] = "true";
        data[SessionKeys.Seen] = session.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return data;
    }
}
