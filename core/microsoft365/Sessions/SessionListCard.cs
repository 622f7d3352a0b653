using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Polls;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>One session in a list, as the reader is concerned by it.</summary>
/// <param name="Concerns">The reader's own answer, or what is expected of them; null when they aren't called.</param>
public sealed record SessionLine(Session Session, Table Table, string? Concerns);

/// <summary>Sessions to choose from, or simply to see.</summary>
public static class SessionListCard
{
    private const int Most = 8;

    /// <summary>« séances »: what is to come, soonest first.</summary>
    /// <param name="polls">Open polls of dates that concern the reader, with their table.</param>
    public static AdaptiveCard Of(
        Territory territory, IReadOnlyList<SessionLine> upcoming, TimeZoneInfo zone, bool mayConvene,
        IReadOnlyList<(DatePoll Poll, Table Table)>? polls = null) =>
        Listing(
            territory.Id, territory.Name, "Séances à venir", upcoming.Count == 0 ? SessionTexts.NoneUpcoming : null, upcoming, zone,
            SessionVerbs.Show, "Voir", mayConvene, polls: polls);

    /// <summary>Which one is meant? Each button goes on with what was asked.</summary>
    /// <param name="with">Puts what was asked into each button's data, given the line's place; null when there is nothing more to say.</param>
    public static AdaptiveCard Which(
        Territory territory, string question, IReadOnlyList<SessionLine> sessions, TimeZoneInfo zone, string verb,
        Action<int, JsonObject>? with = null) =>
        Listing(territory.Id, territory.Name, question, null, sessions, zone, verb, "Celle-ci", mayConvene: false, with);

    /// <summary>Several seats or sessions await an answer: each with its own button.</summary>
    public static AdaptiveCard WhichToAnswer(
        string question, IReadOnlyList<SeatView> seats, ReplyKind kind, string? who) => CardTrim.Fit(Card(
        question,
        [
            Heading(null, question),
            .. seats.Take(Most).SelectMany(view => AnswerLine(view, kind, who)),
        ]));

    private static AdaptiveCard Listing(
        TerritoryId territory, string above, string ours, string? empty, IReadOnlyList<SessionLine> sessions,
        TimeZoneInfo zone, string verb, string button, bool mayConvene, Action<int, JsonObject>? with = null,
        IReadOnlyList<(DatePoll Poll, Table Table)>? polls = null) => CardTrim.Fit(Card(
        ours,
        [
            Heading(above, ours),
            empty is null ? null : PeopleText(empty),
            .. sessions.Take(Most).Select((line, i) => LineOf(line, zone, verb, button, data => with?.Invoke(i, data))),
            sessions.Count > Most ? Faint($"Et {French.Count(sessions.Count - Most, "autre", "autres")} plus tard.") : null,
            polls is not { Count: > 0 } ? null : Section("Dates en cours de sondage"),
            .. (polls ?? []).Take(Most).Select(p => Entry(
                PollTexts.Subtitle(p.Poll, p.Table), PollTexts.Dates(p.Poll, zone),
                new CardButton("Voir", PollVerbs.Show, PollKeys.Of(p.Poll)))),
            mayConvene
                ? Buttons(new CardButton("Convoquer une séance", SessionVerbs.Form, new JsonObject { [SessionKeys.Territory] = territory.Value }))
                : null,
        ]));

    private static ColumnSet LineOf(SessionLine line, TimeZoneInfo zone, string verb, string button, Action<JsonObject> with)
    {
        var data = SessionKeys.Of(line.Session);
        with(data);
        return Line(line, zone, new CardButton(button, verb, data));
    }

    private static ColumnSet Line(SessionLine line, TimeZoneInfo zone, CardButton button) => new(
    [
        new Column(
        [
            CardPieces.Line(Strong(French.DayAndTime(line.Session.Start, zone))),
            CardPieces.Line(Run($"{SessionPieces.Subtitle(line.Session, line.Table)}, {SessionTexts.Where(line.Session)}"))
                with { Spacing = Spacing.None },
            .. line.Concerns is null ? Array.Empty<CardElement>() : [Faint(line.Concerns) with { Spacing = Spacing.None }],
        ]),
        new Column([Buttons(button)!], "auto")
        {
            VerticalContentAlignment = VerticalAlignment.Center,
        },
    ])
    { Separator = true, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> AnswerLine(SeatView view, ReplyKind kind, string? who)
    {
        var data = SessionKeys.Of(view.Session, view.Seat.Id, kind);
        if (who is not null)
        {
            data[SessionKeys.Who] = who;
        }

        var title = kind switch
        {
            ReplyKind.Present => "Présent",
            ReplyKind.Absent => "Absent",
            ReplyKind.Represented => "Me faire représenter",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such reply"),
        };
        yield return new ColumnSet(
        [
            new Column(
            [
                CardPieces.Line(Strong(French.DayAndTime(view.Session.Start, view.Zone))),
                CardPieces.Line(Run($"{SessionPieces.Subtitle(view.Session, view.Table)} — {view.Roster.StructureName(view.Seat.Structure)}"))
                    with { Spacing = Spacing.None },
            ]),
            new Column([Buttons(new CardButton(title, SessionVerbs.Reply, data))!], "auto")
            {
                VerticalContentAlignment = VerticalAlignment.Center,
            },
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }
}
