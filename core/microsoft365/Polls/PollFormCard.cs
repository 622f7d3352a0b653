using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Polls;

/// <summary>The form that asks about several dates, and the look at it before anything is sent.</summary>
public static class PollFormCard
{
    /// <param name="view">Territory, tables, axes, problems and hint as for a convening form; what was typed is <paramref name="typed"/>.</param>
    public static AdaptiveCard Form(PollInputs typed, ConveneFormView view)
    {
        // Tying items to axes is the first thing to do without, as in the convening form.
        var form = Draw(typed, view with { Typed = typed.Session });
        return CardSize.Of(form) <= CardSize.Most ? form : Draw(typed, view with { Typed = typed.Session, Axes = [] });
    }

    /// <summary>What will be asked and of how many, with the week's solicitations, before anything leaves.</summary>
    /// <param name="later">When those written to often this week may be asked instead; null where that would be late.</param>
    public static AdaptiveCard Confirm(
        PollInputs typed, PollPlan plan, IReadOnlyList<ConveneWarning> warnings, Roster roster,
        IReadOnlyList<(string Name, int Messages)> solicited, DateTimeOffset? later = null)
    {
        var session = plan.Session;
        return CardTrim.Fit(Card(
            "Vérifier le sondage de dates",
            [
                Heading(roster.Territory.Name, "Vérifier le sondage"),
                Facts(
                    ("Table", $"{session.Table.Short} — {session.Table.Name}"),
                    ("Séance", SessionTexts.FormatChoice(session.Format)),
                    ("Durée", French.Duration(session.Duration)),
                    ("Lieu", session.Place ?? (session.Online ? null : "à préciser")),
                    ("À distance", session.Online ? session.OnlineUrl ?? "oui" : null),
                    ("Répondre avant", plan.ReplyBy is { } day ? $"le {French.ShortDay(day)} au soir" : null),
                    ("Destinataires", ConveneCard.CalledBy(session.Table, session.Format, roster))),
                Section(plan.Slots.Count == 1 ? "Date proposée" : "Dates proposées"),
                .. plan.Slots.Select(s => PeopleText(French.DayAndTime(s.Start, roster.Zone)) with { Spacing = Spacing.Small }),
                .. SessionPieces.Agenda(session.Agenda),
                .. warnings.Select(w => Notice(NoticeKind.Warning, "À savoir", SessionTexts.Warning(w, roster.Zone))),
                .. SolicitationPieces.Of(solicited, later, roster.Zone),
                Buttons(
                    new CardButton("Envoyer le sondage", PollVerbs.Open, typed.ToData(), ActionStyle.Positive),
                    new CardButton("Modifier", PollVerbs.Form, typed.ToData())),
            ]));
    }

    private static AdaptiveCard Draw(PollInputs typed, ConveneFormView view) => Card(
        "Proposer plusieurs dates",
        [
            Heading(view.Territory, "Proposer plusieurs dates"),
            view.Problems.Count == 0 ? null : Notice(NoticeKind.Attention, SessionTexts.ToMend(view.Problems.Count), "Ce que vous avez saisi est conservé."),
            view.Hint is null ? null : Notice(NoticeKind.Warning, "À vérifier", view.Hint),
            .. ConveneCard.Who(view),
            .. Slots(typed, view.Problems),
            .. WhenFields.Where(typed.Session.When, view.Problems),
            new DateInput(PollInputs.ReplyByKey) { Label = "Répondre avant le (facultatif)", Value = typed.ReplyByValue },
            .. WhenFields.Messages(view.Problems, ConveneField.ReplyBy),
            .. ConveneCard.Agenda(view),
            .. WhenFields.Messages(view.Problems, ConveneField.Agenda),
            Buttons(new CardButton("Vérifier avant d’envoyer", PollVerbs.Check, Kept(typed), ActionStyle.Positive)),
            Faint("Rien n’est envoyé tant que vous n’avez pas confirmé. Chaque siège appelé dira oui, si nécessaire ou non pour chaque date ; vous choisirez ensuite celle qui devient la séance."),
        ]);

    private static IEnumerable<CardElement> Slots(PollInputs typed, IReadOnlyList<ConveneProblem> problems)
    {
        yield return Section("Dates proposées");
        yield return Faint("Six dates au plus. Une heure laissée vide reprend celle de la première date.");
        var shown = Math.Max(typed.Filled.Select(row => row.Number).DefaultIfEmpty(0).Max(), 2);
        for (var row = 1; row <= PollLimits.Slots; row++)
        {
            yield return Row(typed, row, problems, row <= shown);
            if (row < PollLimits.Slots)
            {
                yield return More(row, row == shown);
            }
        }
    }

    private static Container Row(PollInputs typed, int row, IReadOnlyList<ConveneProblem> problems, bool shown)
    {
        var input = row <= typed.Slots.Count ? typed.Slots[row - 1] : SlotInput.Empty;
        // Problems are numbered by the lines that hold something, as the domain sees them; of an empty form, by the first.
        var position = typed.Filled.Count == 0 && row == 1 ? 1
            : typed.Filled.Select((r, i) => (r.Number, Position: i + 1)).FirstOrDefault(r => r.Number == row).Position;
        IEnumerable<CardElement> Of(ConveneField field) => position == 0 ? [] : WhenFields.Messages(problems, field, position);
        var number = row.ToString(CultureInfo.InvariantCulture);
        return new Container(
        [
            new ColumnSet(
            [
                new Column([new DateInput(SlotInput.Key(row, "day")) { Label = $"Date {number}", Value = input.DayValue }, .. Of(ConveneField.Day)]),
                new Column([new TimeInput(SlotInput.Key(row, "time")) { Label = "Début", Value = input.TimeValue }, .. Of(ConveneField.Time)]),
            ]),
        ])
        { Id = RowId(row), IsVisible = shown ? null : false, Spacing = Spacing.Small };
    }

    // Each « Ajouter une date » shows the next line and the next button, and hides itself.
    private static ActionSet More(int row, bool shown) => new(
    [
        new ToggleVisibilityAction([RowId(row + 1), MoreId(row), .. row + 1 < PollLimits.Slots ? [MoreId(row + 1)] : Array.Empty<string>()])
        {
            Title = "Ajouter une date",
        },
    ])
    { Id = MoreId(row), IsVisible = shown ? null : false };

    // The inputs travel by themselves; only what has no field goes with the button.
    private static JsonObject Kept(PollInputs typed) => new()
    {
        [SessionKeys.Territory] = typed.Session.Territory.Value, [ConveneInputs.FormKey] = typed.Session.Form,
    };

    private static string RowId(int row) => string.Create(CultureInfo.InvariantCulture, $"slotrow{row}");

    private static string MoreId(int row) => string.Create(CultureInfo.InvariantCulture, $"slotmore{row}");
}
