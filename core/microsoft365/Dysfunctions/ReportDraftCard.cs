using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A refusal shown at the top of a form; what was typed stays in its fields.</summary>
public sealed record FormNotice(string Title, string? Text = null);

/// <summary>The form of a report, filled with what the message said. Nothing of it is kept until it is sent.</summary>
public static class ReportDraftCard
{
    private const string More = "more";
    private const string Known = "known";

    /// <param name="form">Names this form, so that sending it twice gives one report.</param>
    /// <param name="suggested">Axes that what is written points to, best first.</param>
    public static AdaptiveCard Of(
        Territory territory, OperationId form, WrittenReport written, IReadOnlyList<Axis> axes, FormNotice? notice = null,
        IReadOnlyList<TopicMatch>? suggested = null, IReadOnlyList<ElsewhereKind>? elsewhere = null, string? read = null)
    {
        elsewhere ??= [];
        var data = new JsonObject
        {
            ["territory"] = territory.Id.Value, ["form"] = form.Value,
            ["read"] = string.Join(',', (read ?? "").Split(',').Concat(elsewhere.Select(kind => kind.ToString())).Where(kind => kind.Length > 0).Distinct()),
        };
        var asked = Asked(written);
        var understood = asked.Where(a => a.Said is not null && notice is null).ToList();
        return Card(
            "Votre remontée, à relire avant de l’envoyer",
            [
                Heading(territory.Name, "Signaler une difficulté"),
                notice is null ? null : Notice(NoticeKind.Warning, notice.Title, notice.Text),
                elsewhere.Count == 0 ? null : new Container(
                [
                    .. elsewhere.Select(kind => Notice(NoticeKind.Warning, ElsewhereTexts.Title(kind), string.Join("\n", ElsewhereTexts.Lines(kind)))),
                    Faint(ElsewhereTexts.StillHere),
                ]),
                Faint(DysfunctionTexts.NoNames),
                Field(ReportField.Happened, written) with { IsMultiline = true, IsRequired = true, ErrorMessage = DysfunctionTexts.NothingWritten },
                .. asked.Where(a => a.Said is null || notice is not null).Select(a => a.Input),
                understood.Count == 0 ? null : Faint(DysfunctionTexts.Understood([.. understood.Select(a => a.Said!)])),
                understood.Count == 0 ? null : Folded(Known, understood.Select(a => a.Input)),
                axes.Count == 0 ? null : AxisChoice(written.Axis, axes, suggested ?? []),
                .. SuggestionPieces.WhyAxes(axes, suggested ?? []),
                MoreIsFilled(written)
                    ? new Container(Details(written))
                    : Folded(More, Details(written)),
                Buttons(
                    new CardButton(elsewhere.Count == 0 ? "Envoyer" : "J’ai lu, envoyer", "dysfunctions.send", data, ActionStyle.Positive),
                    MoreIsFilled(written) ? null : Unfold("Ajouter des précisions", More),
                    understood.Count == 0 ? null : Unfold("Corriger ce que j’ai compris", Known),
                    new CardButton("Annuler", "dysfunctions.cancel", (JsonObject)data.DeepClone()) { WithInputs = false }),
            ]);
    }

    /// <summary>What is asked unless the message says it already.</summary>
    private static IReadOnlyList<(CardElement Input, string? Said)> Asked(WrittenReport written) =>
    [
        (Field(ReportField.When, written) with { Placeholder = "Comme vous le diriez : « vendredi soir », « en mars »" }, written.When),
        (Field(ReportField.Commune, written), written.Commune),
        (StepChoice(written.Step), written.Step is { } step ? DysfunctionTexts.StepName(step) : null),
        (Field(ReportField.Structures, written) with { Placeholder = "Services et établissements, sans nom de personne" }, written.Structures),
    ];

    private static ChoiceSetInput StepChoice(CareStep? step) => new(
        "step", [.. Enum.GetValues<CareStep>().Select(s => new Choice(DysfunctionTexts.StepName(s), s.ToString()))])
    {
        Label = "Étape du parcours", Value = step?.ToString(), Style = ChoiceStyle.Compact, Placeholder = "Si elle compte",
    };

    /// <summary>What « Annuler » leaves.</summary>
    public static AdaptiveCard Cancelled() => Card(DysfunctionTexts.Cancelled, Faint(DysfunctionTexts.Cancelled));

    private static bool MoreIsFilled(WrittenReport written) =>
        written is not { Consequence: null, Tried: null, Gravity: null, Frequency: null };

    private static IReadOnlyList<CardElement> Details(WrittenReport written) =>
    [
        Field(ReportField.Consequence, written) with { IsMultiline = true, Placeholder = "Pour la personne, pour vous, pour la suite" },
        Field(ReportField.Tried, written) with { IsMultiline = true },
        new ChoiceSetInput("gravity", [.. Enum.GetValues<Gravity>().Select(g => new Choice(DysfunctionTexts.GravityName(g), g.ToString()))])
        {
            Label = "Gravité", Value = written.Gravity?.ToString(), Style = ChoiceStyle.Compact, Placeholder = "Si vous le savez",
        },
        new ChoiceSetInput("frequency", [.. Enum.GetValues<Frequency>().Select(f => new Choice(DysfunctionTexts.FrequencyName(f), f.ToString()))])
        {
            Label = "Fréquence", Value = written.Frequency?.ToString(), Style = ChoiceStyle.Compact, Placeholder = "Si vous le savez",
        },
    ];

    private static ChoiceSetInput AxisChoice(AxisId? chosen, IReadOnlyList<Axis> axes, IReadOnlyList<TopicMatch> suggested) => new(
        "axis", SuggestionPieces.AxisChoices(axes, suggested, unsure: "Je ne sais pas"))
    {
        Label = chosen is null ? "Axe de la feuille de route, si vous voyez lequel" : "Axe de la feuille de route proposé",
        Value = chosen?.Value ?? SuggestionPieces.Unknown,
        Style = ChoiceStyle.Compact,
    };

    internal static string AxisLabel(Axis axis) =>
        CardTrim.Shorten($"{axis.Id.Value.ToUpperInvariant()} · {PeoplesWords.AsLabel(axis.Title)}", 90);

    private static TextInput Field(ReportField field, WrittenReport written) => new(IdOf(field))
    {
        Label = DysfunctionTexts.FieldName(field),
        Value = written.TextOf(field),
        MaxLength = WrittenReport.LimitOf(field),
    };

    /// <summary>Under which id the field's text travels.</summary>
    public static string IdOf(ReportField field) => field switch
    {
        ReportField.Happened => "happened",
        ReportField.When => "when",
        ReportField.Commune => "commune",
        ReportField.Structures => "structures",
        ReportField.Consequence => "consequence",
        ReportField.Tried => "tried",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };
}
