using System.Globalization;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Meetings;

/// <summary>Who takes no part in which item of a session: noted by the convener, or by a seat's own people.</summary>
public static class RecusalCard
{
    /// <summary>Under which the seat travels.</summary>
    public const string SeatInput = "of";

    /// <param name="seats">Those that the reader may speak for.</param>
    /// <param name="item">Chosen at first; null for none.</param>
    public static AdaptiveCard Of(RunView view, IReadOnlyList<Seat> seats, ItemId? item, string? news = null, string? problem = null) =>
        CardTrim.AsManyAsFit(200, most => Card(
            "Déports",
            [
                Heading($"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Zone)}", "Déports"),
                news is null ? null : Notice(NoticeKind.Good, "C’est noté", news),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                .. view.Session.Agenda.SelectMany((point, at) => Noted(view, point, at)),
                new ChoiceSetInput(
                    MeetingKeys.Item,
                    [.. view.Session.Agenda.Select((point, at) => new Choice(PeoplesWords.AsLabel($"{Number(at)}. {CardTrim.Shorten(point.Title, 60)}"), point.Id.Value))])
                {
                    Label = "Pour quel point ?", Style = ChoiceStyle.Compact, Placeholder = "Choisir le point", Value = item?.Value,
                },
                new ChoiceSetInput(
                    SeatInput, [.. seats.Take(most).Select(s => new Choice(PeoplesWords.AsLabel(view.Roster.StructureName(s.Structure)), s.Id.Value))])
                {
                    Label = "Quel siège se déporte ?", Style = ChoiceStyle.Compact, Placeholder = "Choisir le siège",
                    Value = seats is [var only] ? only.Id.Value : null,
                },
                Faint(RightsTexts.WhatRecusalDoes),
                Buttons(
                    new CardButton("Noter le déport", MeetingVerbs.Recuse, SessionKeys.Of(view.Session), ActionStyle.Positive),
                    new CardButton("Revenir à la séance", SessionVerbs.Show, SessionKeys.Of(view.Session)) { WithInputs = false }),
            ]));

    private static IEnumerable<CardElement> Noted(RunView view, AgendaItem item, int at)
    {
        var withdrawn = view.Record.Recusals.Where(r => r.Item == item.Id).Select(r => r.Recusal.Structure).ToList();
        if (withdrawn.Count > 0)
        {
            yield return PeopleText($"Point {Number(at)}, {item.Title} — {(withdrawn.Count == 1 ? "déport" : "déports")} : {French.Join(withdrawn)}.");
        }
    }

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
