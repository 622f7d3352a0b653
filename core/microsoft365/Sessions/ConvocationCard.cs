using Concertation.Domain.Meetings;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Documents;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>A session as one seat sees it.</summary>
/// <param name="Reply">What stands for the seat; null before any answer.</param>
/// <param name="Papers">What its reader may read; null when that is nothing.</param>
public sealed record SeatView(Session Session, Table Table, Seat Seat, Reply? Reply, Roster Roster, SessionPapers? Papers = null)
{
    public TimeZoneInfo Zone => Roster.Zone;

    /// <summary>What the seat said of this date in the poll it comes from; null when it said nothing, or there was none.</summary>
    public Availability? Polled { get; init; }

    /// <summary>The session's proxies; empty where they weren't looked up.</summary>
    public IReadOnlyList<Proxy> Proxies { get; init; } = [];

    /// <summary>To which structure the seat gave its proxy; null when to none.</summary>
    public string? ProxyGivenTo => Proxies.FirstOrDefault(p => p.From == Seat.Id) is { } given ? NameOf(given.To) : null;

    /// <summary>For which structures the seat answers by proxy.</summary>
    public IReadOnlyList<string> ProxyHeldFor => [.. Proxies.Where(p => p.To == Seat.Id).Select(p => NameOf(p.From))];

    private string NameOf(SeatId seat) =>
        Table.Seats.FirstOrDefault(s => s.Id == seat) is { } found ? Roster.StructureName(found.Structure) : seat.Value;

    /// <summary>The answer was given for a date that no longer stands.</summary>
    public bool ReplyIsOld => Reply is not null && !Session.StandsFor(Reply);
}

/// <summary>How a session is brought to a seat.</summary>
public enum ConvocationWay
{
    Convocation,
    /// <summary>Again, to who hasn't answered.</summary>
    Reminder,
    /// <summary>To the substitute of one who can't come.</summary>
    Substitute,
}

/// <summary>The card each called seat gets: convened, moved, answered, cancelled or over, as it stands.</summary>
public static class ConvocationCard
{
    private const string WhoBlock = "representation";

    /// <param name="open">Whether the session still takes answers.</param>
    /// <param name="problem">Why the last click wasn't noted; null when there is nothing to say.</param>
    /// <param name="typed">Who was typed in a click that wasn't noted, so that it isn't lost.</param>
    public static AdaptiveCard Of(
        SeatView view, bool open = true, string? problem = null, string? typed = null,
        ConvocationWay way = ConvocationWay.Convocation)
    {
        var session = view.Session;
        if (session.State == SessionState.Cancelled)
        {
            return Cancelled(session, view.Table, view.Zone);
        }

        return CardTrim.AsManyAsFit(PaperPieces.MostLinks, most => Card(
            $"{Title(session, way)} : {SessionTexts.Name(session, view.Table, view.Zone)}",
            [
                Heading(SessionPieces.Subtitle(session, view.Table), Title(session, way), Status(view)),
                way == ConvocationWay.Substitute ? Notice(NoticeKind.Neutral, "Remplacement", SessionTexts.SubstituteAsked(view)) : null,
                problem is null ? null : Notice(NoticeKind.Attention, "Réponse pas encore notée", problem),
                .. MoveOf(view),
                SessionPieces.Facts(session, view.Zone),
                .. SessionPieces.SecondCall(session),
                .. SessionPieces.Agenda(session.Agenda, view.Papers, most),
                .. Answer(view, open, typed, problem is not null),
            ]));
    }

    /// <summary>For whoever was called to a session that won't take place.</summary>
    public static AdaptiveCard Cancelled(Session session, Table table, TimeZoneInfo zone) => CardTrim.Fit(Card(
        $"Séance annulée : {SessionTexts.Name(session, table, zone)}",
        Heading(SessionPieces.Subtitle(session, table), "Séance annulée", new CardStatus("Annulée", TextColor.Attention)),
        Notice(NoticeKind.Attention, "Cette séance n’aura pas lieu", $"Elle était prévue le {French.DayAndTime(session.Start, zone)}, {SessionTexts.Where(session)}."),
        session.CancelReason is null ? null : Quote(session.CancelReason, "Motif"),
        Faint("Vous n’avez rien à faire : votre réponse éventuelle tombe avec la séance.")));

    private static IEnumerable<CardElement> MoveOf(SeatView view)
    {
        var session = view.Session;
        // Whoever answered since knows.
        if (!session.HasChanged || view.Reply?.Sequence == session.Sequence)
        {
            yield break;
        }

        if (session is { IsOtherDate: true, MovedFrom: { } before })
        {
            yield return Notice(
                NoticeKind.Warning, "Nouvelle date",
                $"Cette séance était prévue le {French.DayAndTime(before, view.Zone)}. Elle a lieu le {French.DayAndTime(session.Start, view.Zone)}.");
        }
        else
        {
            yield return Notice(NoticeKind.Warning, "Lieu modifié", $"La date ne change pas. Lieu : {SessionTexts.Place(session)}.");
        }
    }

    private static string Title(Session session, ConvocationWay way) => (session.State, way) switch
    {
        (SessionState.Planned, _) => "Séance prévue",
        (_, ConvocationWay.Reminder) => "Rappel",
        (_, ConvocationWay.Substitute) => "Pouvez-vous remplacer ?",
        _ => "Convocation",
    };

    private static CardStatus? Status(SeatView view) =>
        view.Session.State == SessionState.Planned ? new CardStatus("Prévue")
        : view.Reply is null ? new CardStatus("Réponse attendue", TextColor.Accent)
        : view.ReplyIsOld ? new CardStatus("À confirmer", TextColor.Warning)
        : view.Reply.Kind == ReplyKind.Absent ? new CardStatus("Absence notée")
        : view.Reply.Kind == ReplyKind.Tentative ? new CardStatus("Réponse provisoire", TextColor.Warning)
        : new CardStatus("Réponse notée", TextColor.Good);

    private static IEnumerable<CardElement> Answer(SeatView view, bool open, string? typed, bool unfolded)
    {
        if (view.Session.State == SessionState.Planned)
        {
            yield return Faint(SessionMailTexts.NothingToAnswerYet);
            yield break;
        }

        yield return Section("Votre réponse");
        yield return Line(Run("Pour le siège "), Strong(SessionPieces.SeatName(view.Seat, view.Roster)));
        if (view.Reply is { } reply)
        {
            yield return Line(
                Strong(SessionTexts.Reply(reply)), Between(" "),
                Run($"— réponse de {reply.ByName}, le {French.ShortDay(reply.At, view.Zone)}") with { IsSubtle = true });
        }

        if (Meetings.MeetingTexts.Proxies(view) is { } proxies)
        {
            yield return PeopleText(proxies);
        }

        if (view is { Reply: null, Polled: { } polled } && !view.Session.IsOtherDate && open)
        {
            yield return Faint(PollTexts.Recalled(polled));
        }

        if (view.ReplyIsOld && open)
        {
            yield return Faint("Cette réponse valait pour l’ancienne date : merci de la confirmer ou de la changer.");
        }

        if (!open)
        {
            yield return Faint("La séance est passée : la réponse n’est plus attendue.");
            yield break;
        }

        yield return ReplyButtons(view);
        yield return new Container(
        [
            new TextInput(SessionKeys.Who)
            {
                Label = "Qui vous représente ?", Placeholder = "Nom et fonction", MaxLength = SessionLimits.RepresentedBy,
                Value = typed ?? (view.Reply?.Kind == ReplyKind.Represented ? view.Reply.RepresentedBy : null),
            },
            Buttons(new CardButton(
                "Confirmer la représentation", SessionVerbs.Reply,
                SessionKeys.Of(view.Session, view.Seat.Id, ReplyKind.Represented), ActionStyle.Positive))!,
        ])
        { Id = WhoBlock, IsVisible = unfolded ? null : false };
    }

    private static CardElement ReplyButtons(SeatView view)
    {
        var standing = view.ReplyIsOld ? null : view.Reply?.Kind;
        CardButton Of(string title, ReplyKind kind) => new(
            standing == kind ? $"✓ {title}" : title, SessionVerbs.Reply, SessionKeys.Of(view.Session, view.Seat.Id, kind),
            kind == ReplyKind.Present && standing is null ? ActionStyle.Positive : null)
        { WithInputs = false };
        var represented = SessionTexts.Represented;
        return Buttons(
            Of("Présent", ReplyKind.Present),
            Of("Absent", ReplyKind.Absent),
            standing == ReplyKind.Absent && view.Seat.Voice == Voice.Deliberative
                ? new CardButton(view.ProxyGivenTo is null ? "Donner pouvoir…" : "Changer ou reprendre le pouvoir…", Meetings.MeetingVerbs.ProxyForm, Meetings.MeetingKeys.Of(view.Session, view.Seat.Id)) { WithInputs = false }
                : null,
            Unfold(standing == ReplyKind.Represented ? $"✓ {represented}" : represented, WhoBlock),
            SessionPieces.JoinOnline(view.Session))!;
    }
}
