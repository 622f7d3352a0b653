using System.Globalization;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What the form of a table's year needs besides what was typed.</summary>
/// <param name="Tables">The tables the person may convene.</param>
/// <param name="Years">The years offered.</param>
/// <param name="Solicited">The table's people who were written to often this week.</param>
/// <param name="GroupLater">The offer to write to them next week; null where it isn't made.</param>
public sealed record PlanYearView(
    PlanInputs Typed, string Territory, IReadOnlyList<Table> Tables, IReadOnlyList<int> Years,
    IReadOnlyList<ConveneProblem> Problems, IReadOnlyList<(string Name, int Messages)>? Solicited = null,
    string? GroupLater = null);

/// <summary>« Planifier l’année »: a table's dates on one card, each to be kept, changed or left out.</summary>
public static class PlanYearCard
{
    public static AdaptiveCard Form(PlanYearView view) => CardTrim.Fit(Card(
        "Planifier l’année",
        [
            Heading(view.Territory, "Planifier l’année"),
            view.Problems.Count == 0 ? null : Notice(NoticeKind.Attention, SessionTexts.ToMend(view.Problems.Count), "Ce que vous avez saisi est conservé."),
            .. Who(view),
            Buttons(new CardButton(
                view.Typed.Rows.Count == 0 ? "Proposer des dates" : "Proposer d’autres dates", SessionVerbs.PlanForm, view.Typed.ToData(),
                view.Typed.Rows.Count == 0 ? ActionStyle.Positive : null)),
            .. view.Typed.Rows.Count == 0 ? Nothing(view) : Dates(view),
        ]));

    /// <summary>What was planned, and what follows.</summary>
    public static AdaptiveCard Planned(Table table, IReadOnlyList<Session> sessions, Roster roster, bool again) => CardTrim.Fit(Card(
        $"Dates de l’année : {table.Short}",
        [
            Heading(roster.Territory.Name, $"Dates de l’année : {table.Short}", new CardStatus("Prévues", TextColor.Good)),
            Notice(
                NoticeKind.Good,
                sessions.Count == 1 ? "Une séance est prévue." : $"{sessions.Count.ToString(CultureInfo.InvariantCulture)} séances sont prévues.",
                again ? SessionTexts.Already : "Chaque personne concernée reçoit un seul message avec toutes les dates."),
            .. Lines(sessions, roster),
            Faint(SessionTexts.ConvenedLater(table)),
        ]));

    /// <summary>A person's dates of the year, in one message.</summary>
    public static AdaptiveCard Told(Table table, IReadOnlyList<Session> sessions, Roster roster) => CardTrim.Fit(Card(
        $"Dates de l’année : {table.Short}",
        [
            Heading(roster.Territory.Name, $"Dates de l’année : {table.Short}"),
            Lead(sessions.Count == 1 ? $"Une séance est prévue ({table.Name})." : $"{sessions.Count.ToString(CultureInfo.InvariantCulture)} séances sont prévues ({table.Name})."),
            .. Lines(sessions, roster),
            Faint(SessionMailTexts.NothingToAnswerDates),
        ]));

    /// <summary>One planned session, for its convener.</summary>
    /// <param name="solicited">Whom convening it would reach and who was written to often this week; null where it isn't known.</param>
    /// <param name="later">When they may be written to instead; null where that would be late.</param>
    public static AdaptiveCard One(
        Session session, Table table, Roster roster, string? news, IReadOnlyList<(string Name, int Messages)>? solicited = null,
        DateTimeOffset? later = null) => CardTrim.Fit(Card(
        SessionTexts.Name(session, table, roster.Zone),
        [
            Heading(SessionPieces.Subtitle(session, table), "Séance prévue", new CardStatus("Prévue")),
            news is null ? null : Notice(NoticeKind.Good, news),
            SessionPieces.Facts(session, roster.Zone),
            .. SessionPieces.Agenda(session.Agenda),
            Faint(SessionTexts.ConvenedOn(PaperDays.AgendaDay(session, table, roster.Zone))),
            .. SolicitationPieces.Of(solicited, later, roster.Zone),
            Buttons(
                new CardButton("Convoquer maintenant", SessionVerbs.ConvenePlanned, SessionKeys.Of(session), ActionStyle.Positive),
                new CardButton("Ordre du jour", Agendas.AgendaVerbs.Show, SessionKeys.Of(session)) { WithInputs = false },
                new CardButton("Déplacer", SessionVerbs.MoveForm, SessionKeys.Of(session)) { WithInputs = false },
                new CardButton("Annuler la séance", SessionVerbs.CancelForm, SessionKeys.Of(session)) { WithInputs = false }),
        ]));

    private static IEnumerable<CardElement> Who(PlanYearView view)
    {
        yield return new ChoiceSetInput(
            ConveneInputs.TableKey,
            [.. view.Tables.Select(t => new Choice(PeoplesWords.AsLabel($"{t.Short} — {t.Name}"), t.Id.Value))])
        {
            Label = "Table", Value = view.Typed.Table, Style = ChoiceStyle.Compact, Placeholder = "Choisir la table", Wrap = true,
        };
        foreach (var message in WhenFields.Messages(view.Problems, ConveneField.Table))
        {
            yield return message;
        }

        yield return new ColumnSet(
        [
            new Column([new ChoiceSetInput(
                PlanInputs.YearKey,
                [.. view.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new Choice(y, y))])
            {
                Label = "Année", Value = view.Typed.Year, Style = ChoiceStyle.Compact,
            }]),
            new Column([new ChoiceSetInput(
                PlanInputs.RhythmKey,
                [.. Enum.GetValues<Rhythm>().Select(r => new Choice(SessionTexts.RhythmName(r), PlanInputs.Word(r)))])
            {
                Label = "Rythme", Value = view.Typed.Rhythm, Style = ChoiceStyle.Compact, Placeholder = "Celui de la table",
            }]),
        ]);
    }

    private static IEnumerable<CardElement> Nothing(PlanYearView view)
    {
        if (view.Typed is { Table: not null, Year: { } year })
        {
            yield return Faint($"Aucune date à proposer : ce qui revient à cette table en {year} est passé ou déjà prévu.");
        }

        foreach (var message in WhenFields.Messages(view.Problems, ConveneField.Day))
        {
            yield return message;
        }
    }

    private static IEnumerable<CardElement> Dates(PlanYearView view)
    {
        yield return Section("Dates");
        yield return Faint("Décochez ce qui ne convient pas, changez le jour ou l’heure. Les jours fériés sont évités.");
        foreach (var message in WhenFields.Messages(view.Problems, ConveneField.Day))
        {
            yield return message;
        }

        for (var row = 1; row <= view.Typed.Rows.Count; row++)
        {
            yield return Row(view, row, view.Typed.Rows[row - 1]);
        }

        yield return new ColumnSet(
        [
            new Column([new TextInput(WhenInputs.DurationKey) { Label = "Durée", Value = view.Typed.When.Duration, Placeholder = "2 h", MaxLength = 20 }], "110px"),
            new Column([new TextInput(WhenInputs.PlaceKey) { Label = "Lieu (facultatif)", Value = view.Typed.When.Place, Placeholder = "Salle du conseil, mairie de…", MaxLength = SessionLimits.Place }]),
        ]);
        yield return new ToggleInput(WhenInputs.OnlineKey, "On peut participer à distance")
        {
            Value = view.Typed.When.Online ? "true" : "false", Wrap = true,
        };
        foreach (var piece in SolicitationPieces.Of(view.Solicited, view.GroupLater, view.Typed.SparesOften))
        {
            yield return piece;
        }

        yield return Buttons(new CardButton("Planifier ces séances", SessionVerbs.Plan, view.Typed.ToData(), ActionStyle.Positive))!;
        yield return Faint("Chaque personne reçoit un seul message avec les dates. La convocation de chaque séance part plus tard, avec son ordre du jour.");
    }

    private static Container Row(PlanYearView view, int number, PlanRowInput row) => new(
    [
        new ToggleInput(PlanRowInput.Key(number, "keep"), SessionTexts.Capitalised(SessionTexts.Format(row.SessionFormat)))
        {
            Value = row.Kept ? "true" : "false",
        },
        new ColumnSet(
        [
            new Column([new DateInput(PlanRowInput.Key(number, "day")) { Label = "Jour", Value = (WhenInputs.Nothing with { Day = row.Day }).DayValue }]),
            new Column([new TimeInput(PlanRowInput.Key(number, "time")) { Label = "Début", Value = (WhenInputs.Nothing with { Time = row.Time }).TimeValue }]),
        ])
        { Spacing = Spacing.Small },
        .. view.Problems.Where(p => p.Row == number).Select(p => p.Field).Distinct()
            .SelectMany(field => WhenFields.Messages(view.Problems, field, number)),
    ])
    { Separator = true, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> Lines(IReadOnlyList<Session> sessions, Roster roster) =>
        sessions.OrderBy(s => s.Start).Select(session => (CardElement)(Line(
            Strong(SessionTexts.Capitalised(French.DayAndTime(session.Start, roster.Zone))), Between(" — "),
            Run($"{SessionTexts.Format(session.Format)}, {French.Duration(session.Duration)}, {SessionTexts.Where(session)}"))
            with { Spacing = Spacing.Small }));
}
