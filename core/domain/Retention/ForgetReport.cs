using Concertation.Domain.Dysfunctions;

namespace Concertation.Domain.Retention;

/// <summary>What is left of a report once its reporter, or its text, is forgotten.</summary>
public static class ForgetReport
{
    public const string Nobody = "Personne effacée";
    public const string NoText = "Texte effacé au terme de sa durée de conservation.";

    private static readonly OperationId NoAct = new("forgotten");

    /// <summary>The report stands, its code leads to it as before, it is followed and counted as before, but nobody can tell whose it was.</summary>
    public static Dysfunction WithoutReporter(this Dysfunction report)
    {
        // Whoever came by a page is known by the report alone, which still answers to the code.
        var nobody = report.FromPage is null ? new PersonId($"forgotten-{report.Reference.Value.ToLowerInvariant()}") : report.Reporter;
        return report with
        {
            Forgotten = true, Reporter = nobody, ReporterName = Nobody, Operation = NoAct,
            FromPage = report.FromPage is { } page ? page with { Name = null, Mail = null } : null,
            History = [.. report.History.Select(h => h.By == report.Reporter ? h with { By = nobody } : h)],
        };
    }

    /// <summary>Its kind, place, date, outcome and structures are still counted; nothing that people wrote is left.</summary>
    public static Dysfunction WithoutText(this Dysfunction report) => report with
    {
        TextGone = true, Happened = NoText, When = null, Consequence = null, Tried = null, Exchanges = null, Rewordings = null, FromPage = null,
        History = [.. report.History.Select(h => h with { Note = null })],
    };
}
