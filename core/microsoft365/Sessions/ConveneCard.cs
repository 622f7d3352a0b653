using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Polls;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What a convening form needs besides what was typed.</summary>
/// <param name="Tables">The tables the person may convene.</param>
/// <param name="Axes">The year's axes, to tie an item to; offered while they are few enough for a phone.</param>
/// <param name="Hint">What the bot understood and isn't sure of, in people's words; null for nothing.</param>
public sealed record ConveneFormView(
    ConveneInputs Typed, string Territory, IReadOnlyList<Table> Tables, IReadOnlyList<Axis> Axes,
    IReadOnlyList<ConveneProblem> Problems, string? Hint = null);

/// <summary>The form that convenes a session, and the look at it before anything is sent.</summary>
public static class ConveneCard
{
    private const int MostAxes = 12;
    private const int MostSubmitted = 6;

    /// <summary>The form with what was typed or understood; problems stand next to their fields.</summary>
    public static AdaptiveCard Form(ConveneFormView view)
    {
        // Tying items to axes is the first thing to do without: a proposal can still name its axis.
        var form = Draw(view);
        return CardSize.Of(form) <= CardSize.Most ? form : Draw(view with { Axes = [] });
    }

    private static AdaptiveCard Draw(ConveneFormView view)
    {
        var again = view.Typed.SecondCallOf is not null;
        return Card(
            "Convoquer une séance",
            [
                Heading(view.Territory, again ? "Seconde convocation" : "Convoquer une séance"),
                view.Problems.Count == 0 ? null : Notice(NoticeKind.Attention, SessionTexts.ToMend(view.Problems.Count), "Ce que vous avez saisi est conservé."),
                view.Hint is null ? null : Notice(NoticeKind.Warning, "À vérifier", view.Hint),
                .. Who(view),
                .. WhenFields.Of(view.Typed.When, view.Problems),
                .. again
                    ? [Faint("L’ordre du jour de la première séance est repris tel quel. Aucun quorum n’est demandé.")]
                    : Agenda(view),
                .. WhenFields.Messages(view.Problems, ConveneField.Agenda),
                Buttons(
                    new CardButton("Vérifier avant d’envoyer", SessionVerbs.Check, Kept(view.Typed), ActionStyle.Positive),
                    again ? null : new CardButton("Proposer plusieurs dates", PollVerbs.Form, Kept(view.Typed))),
                Faint("Rien n’est envoyé tant que vous n’avez pas confirmé."),
            ]);
    }

    /// <summary>What will be sent and to how many, with the week's solicitations, before anything leaves.</summary>
    /// <param name="nextWeek">When those written to often this week may be written to instead; null where that would be late.</param>
    public static AdaptiveCard Confirm(
        ConveneInputs typed, SessionPlan plan, IReadOnlyList<ConveneWarning> warnings, Roster roster,
        IReadOnlyList<(string Name, int Messages)> solicited, DateTimeOffset? nextWeek = null, IReadOnlyList<Escalation>? submitted = null)
    {
        return CardTrim.Fit(Card(
            "Vérifier la convocation",
            [
                Heading(roster.Territory.Name, "Vérifier la convocation"),
                Facts(
                    ("Table", $"{plan.Table.Short} — {plan.Table.Name}"),
                    ("Séance", SessionTexts.FormatChoice(plan.Format)),
                    ("Date", French.DayAndTime(plan.Start, roster.Zone)),
                    ("Durée", French.Duration(plan.Duration)),
                    ("Lieu", plan.Place ?? (plan.Online ? null : "à préciser")),
                    ("À distance", plan.Online ? plan.OnlineUrl ?? "oui" : null),
                    ("Destinataires", CalledBy(plan.Table, plan.Format, roster))),
                .. SessionPieces.Agenda(plan.Agenda),
                .. Submitted(submitted ?? []),
                typed.SecondCallOf is null ? null : Faint("Seconde convocation : aucun quorum n’est demandé."),
                .. warnings.Select(w => Notice(NoticeKind.Warning, "À savoir", SessionTexts.Warning(w, roster.Zone))),
                .. SolicitationPieces.Of(solicited, nextWeek, roster.Zone),
                Buttons(
                    new CardButton("Envoyer les convocations", SessionVerbs.Convene, typed.ToData(), ActionStyle.Positive),
                    new CardButton("Modifier", SessionVerbs.Form, typed.ToData())),
            ]));
    }

    private static IEnumerable<CardElement?> Submitted(IReadOnlyList<Escalation> submitted)
    {
        if (submitted.Count > 0)
        {
            yield return PeopleText(SessionTexts.SubmittedToo(submitted.Count));
        }

        foreach (var escalation in submitted.Take(MostSubmitted))
        {
            yield return Faint(EscalationTexts.ItemTitle(escalation)) with { Spacing = Spacing.Small };
        }

        yield return submitted.Count > MostSubmitted ? Faint($"… et {French.Count(submitted.Count - MostSubmitted, "autre", "autres")}.") : null;
    }

    /// <summary>« 14 sièges appelés, dont 7 par courriel ».</summary>
    internal static string CalledBy(Table table, SessionFormat format, Roster roster)
    {
        var mandates = Session.Called(table, format).Select(s => roster.Mandates.GetValueOrDefault(s.Id)).ToList();
        return SessionTexts.Called(
            mandates.Count, mandates.Count(m => m is { Holder: { EntraId: null, Mail: not null } }), mandates.Count(m => m is null));
    }

    internal static IEnumerable<CardElement> Who(ConveneFormView view)
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

        yield return new ChoiceSetInput(
            ConveneInputs.FormatKey,
            [
                new Choice(SessionTexts.FormatChoice(SessionFormat.Plenary), ConveneInputs.Plenary),
                new Choice(SessionTexts.FormatChoice(SessionFormat.Restricted), ConveneInputs.Restricted),
            ])
        {
            Label = "Formation", Style = ChoiceStyle.Expanded,
            Value = view.Typed.Format == ConveneInputs.Restricted ? ConveneInputs.Restricted : ConveneInputs.Plenary,
        };
        foreach (var message in WhenFields.Messages(view.Problems, ConveneField.Format))
        {
            yield return message;
        }
    }

    internal static IEnumerable<CardElement> Agenda(ConveneFormView view)
    {
        yield return Section("Ordre du jour");
        yield return Faint($"La séance s’ouvre par « {SessionTexts.FollowUp} » ({French.Duration(TimeSpan.FromMinutes(SessionLimits.FollowUpMinutes))}). Ajoutez vos points ; laissez vide ce qui ne sert pas.");
        var filled = view.Typed.Filled.Select(row => row.Number).DefaultIfEmpty(0).Max();
        for (var row = 1; row <= ConveneInputs.Rows; row++)
        {
            var typed = row <= view.Typed.Agenda.Count ? view.Typed.Agenda[row - 1] : AgendaInput.Empty;
            yield return Row(view, row, typed, shown: row <= Math.Max(filled, 1));
            if (row < ConveneInputs.Rows)
            {
                yield return More(row, shown: row == Math.Max(filled, 1));
            }
        }
    }

    // Each « Ajouter un point » shows the next line and the next button, and hides itself.
    private static ActionSet More(int row, bool shown) => new(
    [
        new ToggleVisibilityAction([RowId(row + 1), MoreId(row), .. row + 1 < ConveneInputs.Rows ? [MoreId(row + 1)] : Array.Empty<string>()])
        {
            Title = "Ajouter un point",
        },
    ])
    { Id = MoreId(row), IsVisible = shown ? null : false };

    private static Container Row(ConveneFormView view, int row, AgendaInput typed, bool shown)
    {
        // Problems are numbered by the lines that hold something, as the domain sees them.
        var position = view.Typed.Filled.Select((r, i) => (r.Number, Position: i + 1)).FirstOrDefault(r => r.Number == row).Position;
        return new Container(
        [
            new TextInput(AgendaInput.Key(row, "title"))
            {
                Label = string.Create(CultureInfo.InvariantCulture, $"Point {row + 1}"), Value = typed.Title,
                Placeholder = "Intitulé", MaxLength = SessionLimits.ItemTitle,
            },
            new ColumnSet([new Column([KindOf(row, typed)]), new Column([MinutesOf(row, typed)], "110px")]) { Spacing = Spacing.Small },
            .. AxisOf(view, row, typed),
            .. position == 0 ? [] : WhenFields.Messages(view.Problems, ConveneField.Agenda, position),
        ])
        { Id = RowId(row), IsVisible = shown ? null : false, Separator = true, Spacing = Spacing.Medium };
    }

    private static ChoiceSetInput KindOf(int row, AgendaInput typed) => new(
        AgendaInput.Key(row, "kind"),
        [.. Enum.GetValues<AgendaItemKind>().Select(kind => new Choice(SessionTexts.Kind(kind), AgendaInput.Word(kind)))])
    {
        Label = "Nature", Style = ChoiceStyle.Compact, Value = AgendaInput.Word(AgendaInput.KindOf(typed.Kind)),
    };

    private static TextInput MinutesOf(int row, AgendaInput typed) => new(AgendaInput.Key(row, "minutes"))
    {
        Label = "Minutes", Value = typed.Minutes ?? AgendaInput.UsualMinutes, MaxLength = 8,
    };

    private static IEnumerable<CardElement> AxisOf(ConveneFormView view, int row, AgendaInput typed)
    {
        if (view.Axes.Count is 0 or > MostAxes)
        {
            yield break;
        }

        yield return new ChoiceSetInput(
            AgendaInput.Key(row, "axis"),
            [.. view.Axes.Select(a => new Choice(PeoplesWords.AsLabel(CardTrim.Shorten($"{a.Id.Value.ToUpperInvariant()} · {a.Title}", 70)), a.Id.Value))])
        {
            Label = "Axe de la feuille de route", Style = ChoiceStyle.Compact, Value = typed.Axis, Placeholder = "Aucun", Spacing = Spacing.Small,
        };
    }

    private static System.Text.Json.Nodes.JsonObject Kept(ConveneInputs typed)
    {
        // The inputs travel by themselves; only what has no field goes with the button.
        var data = new System.Text.Json.Nodes.JsonObject
        {
            [SessionKeys.Territory] = typed.Territory.Value, [ConveneInputs.FormKey] = typed.Form,
        };
        ConveneInputs.Put(data, ConveneInputs.SecondCallKey, typed.SecondCallOf);
        return data;
    }

    private static string RowId(int row) => string.Create(CultureInfo.InvariantCulture, $"row{row}");

    private static string MoreId(int row) => string.Create(CultureInfo.InvariantCulture, $"more{row}");
}
