using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>A session as its convener asks for it, before any rule was applied.</summary>
/// <param name="FollowUp">The title of the item that opens every agenda, in the territory's words.</param>
/// <param name="SecondCallOf">The session convened again; its agenda is then taken over and <paramref name="Agenda"/> is not read.</param>
/// <param name="Poll">The poll one of whose slots it is.</param>
/// <param name="SparesOften">Who was written to often this week gets the convocation next week.</param>
public sealed record ConveneForm(
    TableId? Table, SessionFormat Format, SessionTime When, IReadOnlyList<AgendaRow> Agenda, string FollowUp,
    SessionId? SecondCallOf = null, PollId? Poll = null, bool SparesOften = false);

/// <summary>One line of the agenda as filled in.</summary>
/// <param name="Minutes">Null when not said or not a number.</param>
public sealed record AgendaRow(AgendaItemKind Kind, string Title, int? Minutes, AxisId? Axis);

/// <summary>Where in the form something is to be mended.</summary>
public enum ConveneField { Table, Format, Day, Time, Duration, Place, Agenda, Reason, Presenter, ReplyBy }

public enum ConveneFault
{
    TableMissing, TableUnknown, NotAConvener, NobodyCalled,
    DayMissing, TimeMissing, NoSuchHour, InThePast, TooFarAhead,
    DurationMissing, DurationZero, DurationTooLong,
    PlaceTooLong, OnlineUrlWrong,
    TooManyItems, ItemTitleMissing, ItemTitleTooLong, ItemMinutesWrong,
    SecondCallUnknown, SecondCallOfAnotherTable,
    /// <summary>The first session was not held, or it had its quorum.</summary>
    QuorumNotMissed,
    ItemUnknown, PresenterTooLong,

    /// <summary>The follow-up of earlier decisions opens every agenda: it can't be taken off or moved.</summary>
    FollowUpStays,

    /// <summary>Reports hang on the item: they are to be put on another one first.</summary>
    ItemCarriesReports,

    /// <summary>A ballot was opened or suggested on the item.</summary>
    ItemPutToVote,
    /// <summary>Another table waits for the answer: it is answered, not taken off.</summary>
    ItemEscalated,

    /// <summary>The session is over.</summary>
    AgendaClosed,

    /// <summary>The same moment stands on an earlier line.</summary>
    SlotTwice,
    TooManySlots,

    /// <summary>Answers are asked for after the first slot.</summary>
    ReplyByTooLate,
    /// <summary>The table meets at that time already.</summary>
    Overlaps,

    /// <summary>No date, or more than a year holds.</summary>
    NothingPlanned,

    /// <summary>The text may identify a person (rule 10).</summary>
    NamesSomeone,
}

/// <summary>Something that must be mended before the session can be convened.</summary>
/// <param name="Row">The agenda's line, from 1; null elsewhere.</param>
public sealed record ConveneProblem(ConveneField Field, ConveneFault Fault, int? Row = null)
{
    /// <summary>When the session in the way begins, in the territory's zone; only with <see cref="ConveneFault.Overlaps"/>.</summary>
    public TimeOnly? At { get; init; }
}

/// <summary>Something worth a look, which doesn't stand in the way.</summary>
public abstract record ConveneWarning
{
    private ConveneWarning() { }

    public sealed record NeitherPlaceNorOnline : ConveneWarning;

    public sealed record AgendaTooLong(int AgendaMinutes, int SessionMinutes) : ConveneWarning;

    /// <summary>Another session of the table the same day, at another hour.</summary>
    public sealed record SameDay(DateTimeOffset Start) : ConveneWarning;

    /// <summary>It begins so soon that those called may not learn of it in time.</summary>
    public sealed record ShortNotice(TimeSpan Before) : ConveneWarning;

    /// <summary>One may take part remotely, and no link says where.</summary>
    public sealed record OnlineWithoutLink : ConveneWarning;

    /// <summary>Called seats for which nobody is designated today.</summary>
    public sealed record SeatsVacant(int Seats) : ConveneWarning;
}

/// <summary>What the rules make of a form: everything to mend at once, and the plan when there is nothing.</summary>
public sealed record ConveneCheck(
    IReadOnlyList<ConveneProblem> Problems, IReadOnlyList<ConveneWarning> Warnings, SessionPlan? Plan);

/// <summary>A form that keeps the rules.</summary>
public sealed record SessionPlan(
    Table Table, SessionFormat Format, DateTimeOffset Start, TimeSpan Duration, string? Place, bool Online,
    string? OnlineUrl, IReadOnlyList<AgendaItem> Agenda);
