using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using ConcertationBot.AddIn.Dysfunctions;

namespace ConcertationBot.Dysfunctions;

/// <summary>The fields of a report on a page: filled, and read back. The same names as on the card.</summary>
internal static class ReportFields
{
    private static readonly ReportField[] Order =
        [ReportField.Happened, ReportField.When, ReportField.Commune, ReportField.Structures, ReportField.Consequence, ReportField.Tried];

    public static ReportPageFields Of(WrittenReport written, string? name = null, string? mail = null) => new(
        [.. Order.Select(field => new ReportPageText(
            ReportDraftCard.IdOf(field), DysfunctionTexts.FieldName(field), written.TextOf(field), WrittenReport.LimitOf(field),
            WrittenReport.LimitOf(field) > 500, Help(field)))],
        [
            Choice("step", "Étape du parcours", written.Step, DysfunctionTexts.StepName),
            Choice("gravity", "Gravité", written.Gravity, DysfunctionTexts.GravityName),
            Choice("frequency", "Fréquence", written.Frequency, DysfunctionTexts.FrequencyName),
        ],
        name, mail);

    public static WrittenReport Read(IFormCollection form) => new WrittenReport(
        Text(form, ReportField.Happened), Text(form, ReportField.When), Text(form, ReportField.Commune), Text(form, ReportField.Structures),
        Text(form, ReportField.Consequence), Text(form, ReportField.Tried), Enum<Gravity>(form["gravity"]), Enum<Frequency>(form["frequency"]),
        Step: Enum<CareStep>(form["step"])).Tidied();

    private static string? Text(IFormCollection form, ReportField field) => PeoplesWords.Clean(form[ReportDraftCard.IdOf(field)].ToString());

    private static T? Enum<T>(string? value) where T : struct, Enum =>
        System.Enum.TryParse<T>(value, out var known) && System.Enum.IsDefined(known) ? known : null;

    private static ReportPageChoice Choice<T>(string name, string label, T? value, Func<T, string> words) where T : struct, Enum => new(
        name, label, value?.ToString(), [.. System.Enum.GetValues<T>().Select(v => (v.ToString(), words(v)))]);

    private static string? Help(ReportField field) => field switch
    {
        ReportField.When => "Comme vous le diriez : « vendredi soir », « en mars ».",
        ReportField.Structures => "Services et établissements, sans nom de personne.",
        _ => null,
    };
}
