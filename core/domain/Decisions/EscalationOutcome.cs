namespace Concertation.Domain.Decisions;

public enum EscalationFault { WordsMissing, WordsTooLong, WordsNameSomeone, DateMissing, DatePast, DateTooFar }

/// <summary>What became of an act on a decision that is submitted to another table.</summary>
public abstract record EscalationOutcome
{
    private EscalationOutcome() { }

    public sealed record Done(Escalation Escalation) : EscalationOutcome;

    public sealed record NotFound : EscalationOutcome;

    /// <summary>Only those who convene the table whose turn it is may.</summary>
    public sealed record NotAConvener : EscalationOutcome;

    /// <summary>It stands where that act doesn't apply: answered already, or not returned.</summary>
    public sealed record NotNow(Escalation Escalation) : EscalationOutcome;

    public sealed record Unsound(Escalation Escalation, EscalationFault Fault) : EscalationOutcome;

    public T Match<T>(
        Func<Done, T> done, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener,
        Func<NotNow, T> notNow, Func<Unsound, T> unsound) => this switch
        {
            Done it => done(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            NotNow it => notNow(it),
            Unsound it => unsound(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}
