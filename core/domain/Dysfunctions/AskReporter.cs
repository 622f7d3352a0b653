using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What stands against a question or an answer.</summary>
public enum ExchangeRefusal { NotPilot, NoSuchReport, Empty, TooLong, NamesSomeone, Over, NothingAsked }

/// <param name="Why">Null when it is done.</param>
/// <param name="Kinds">What was found, when it names somebody.</param>
public sealed record ExchangeResult(Dysfunction? Report, ExchangeRefusal? Why = null, IReadOnlyList<PersonalDataKind>? Kinds = null);

/// <summary>The pilote or a deputy asks a report's reporter something; the guard reads the question like everything else.</summary>
public sealed class AskReporter(IDysfunctions dysfunctions, IRelay relay, TimeProvider clock)
{
    public async Task<ExchangeResult> Handle(
        Actor actor, Roster roster, DysfunctionRef reference, string? question, OperationId operation, CancellationToken cancel)
    {
        if (!await dysfunctions.IsFor(actor, roster, reference, cancel))
        {
            return new(null, ExchangeRefusal.NotPilot);
        }

        if (Exchanges.Refusal(question) is { } refusal)
        {
            return refusal;
        }

        var asked = new Exchange(actor.Id, question!.Trim(), clock.GetUtcNow(), operation);
        var report = await dysfunctions.Change(
            relay, roster.Territory.Id, reference, r => r.Over ? r : Exchanges.With(r, asked),
            r => Exchanges.EffectOf(r, EffectKind.DysfunctionAsked, "asked", r.Exchanges!.Count), cancel);
        return report switch
        {
            null => new(null, ExchangeRefusal.NoSuchReport),
            { Over: true } => new(report, ExchangeRefusal.Over),
            _ => new(report),
        };
    }
}

/// <summary>What questions and answers have in common.</summary>
internal static class Exchanges
{
    public static ExchangeResult? Refusal(string? text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => new(null, ExchangeRefusal.Empty),
        _ when PersonalDataGuard.KindsIn(text) is { Count: > 0 } kinds => new(null, ExchangeRefusal.NamesSomeone, kinds),
        _ when text.Trim().Length > Exchange.Longest => new(null, ExchangeRefusal.TooLong),
        _ => null,
    };

    /// <summary>Sent twice it stands once.</summary>
    public static Dysfunction With(Dysfunction report, Exchange said) =>
        report.Exchanges is { } before && before.Any(e => e.Operation == said.Operation)
            ? report
            : report with { Exchanges = [.. report.Exchanges ?? [], said] };

    /// <summary>Named after its place, so that each is told once.</summary>
    public static Effect EffectOf(Dysfunction report, EffectKind kind, string what, int place) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what}-{place}"), kind, report.Reference.Value, what);
}
