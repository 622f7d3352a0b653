namespace Concertation.Domain.Retention;

/// <summary>A kind of record that isn't kept for ever. Stored by name.</summary>
public enum RecordKind
{
    /// <summary>Who made a report.</summary>
    Reporters,
    /// <summary>What a report says; that there was one, of which kind, when and where, stays.</summary>
    Reports,
    /// <summary>Messages to people and how they were delivered.</summary>
    Notices,
    /// <summary>Letters as files on this machine, of all its territories: kept as long as the notices of the one that keeps them longest.</summary>
    Letters,
    /// <summary>Answers to convocations and to date polls, suggested items, « j'ai pris connaissance ».</summary>
    Answers,
    /// <summary>Files joined to an agenda, and papers.</summary>
    Documents,
    /// <summary>Texts of minutes, with notes and amendments.</summary>
    Minutes,
    /// <summary>Where somebody without a seat is written to in chat.</summary>
    ChatAddresses,
}

/// <summary>For how many months a territory keeps each kind of record. Registers, votes and the roadmap are kept for ever.</summary>
/// <param name="Reporter">After the report is over; so for <paramref name="Report"/>, which is never shorter.</param>
/// <param name="Notice">After it was sent.</param>
/// <param name="Answer">After the session or the poll.</param>
/// <param name="Document">After it was brought; of minutes, after the session.</param>
/// <param name="Silence">After the person was last heard of.</param>
public sealed record RetentionRules(int Reporter, int Report, int Notice, int Answer, int Document, int Silence)
{
    public const int Longest = 1200;

    public static RetentionRules Usual { get; } = new(24, 60, 12, 24, 120, 24);

    public int MonthsOf(RecordKind kind) => kind switch
    {
        RecordKind.Reporters => Reporter,
        RecordKind.Reports => Report,
        RecordKind.Notices or RecordKind.Letters => Notice,
        RecordKind.Answers => Answer,
        RecordKind.Documents or RecordKind.Minutes => Document,
        RecordKind.ChatAddresses => Silence,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of record"),
    };

    /// <summary>What is older goes.</summary>
    public DateTimeOffset Before(RecordKind kind, DateTimeOffset now) => now.AddMonths(-MonthsOf(kind));
}
