using Concertation.Domain.Notices;
using Concertation.Domain.Retention;

namespace Concertation.Domain.Tables;

public readonly record struct StructureId(string Value) : IId<StructureId>
{
    public static StructureId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct CollegeId(string Value) : IId<CollegeId>
{
    public static CollegeId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct TableId(string Value) : IId<TableId>
{
    public static TableId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct SeatId(string Value) : IId<SeatId>
{
    public static SeatId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>The two ready vocabularies of domain.md: MAIA, and the DAC that took over in 2022.</summary>
public enum Vocabulary { Maia, Dac }

/// <param name="TimeZone">IANA zone, e.g. Europe/Paris. Times are stored in UTC and shown in it.</param>
/// <param name="Quiet">Null: what a territory gets when it sets nothing.</param>
/// <param name="Reports">Null: what a territory gets when it sets nothing.</param>
/// <param name="Tenant">Entra tenant whose people may report here; null when the territory has none.</param>
public sealed record Territory(
    TerritoryId Id, string Name, string TimeZone, Vocabulary Vocabulary, string? Tenant, PersonId Pilot,
    IReadOnlyList<PersonId> Deputies, QuietHours? Quiet = null, ReportRules? Reports = null)
{
    /// <summary>Null: what a territory gets when it sets nothing.</summary>
    public RetentionRules? Retention { get; init; }

    /// <summary>How long each kind of record is kept.</summary>
    public RetentionRules RetentionRules => Retention ?? RetentionRules.Usual;

    /// <summary>When its people aren't written to about what can wait.</summary>
    public QuietHours QuietHours => Quiet ?? QuietHours.Usual;

    /// <summary>How reports are handled.</summary>
    public ReportRules ReportRules => Reports ?? ReportRules.Usual;
}

/// <summary>How long a structure has to answer what is reported, by gravity, in days.</summary>
/// <param name="Carrier">The structure that carries the territory's concertation (the porteur); null when it isn't said.</param>
public sealed record ReportRules(int HighDays, int MediumDays, int LowDays, StructureId? Carrier)
{
    public static ReportRules Usual { get; } = new(7, 21, 45, null);

    public int DaysFor(Dysfunctions.Gravity? gravity) => gravity switch
    {
        Dysfunctions.Gravity.High => HighDays,
        Dysfunctions.Gravity.Low => LowDays,
        _ => MediumDays,
    };
}

public sealed record Structure(StructureId Id, string Name);

public sealed record College(CollegeId Id, string Name);

/// <param name="EntraId">Entra object id, lower case; null for someone without an account in the tenant.</param>
public sealed record Person(PersonId Id, string Name, string? Mail, string? EntraId);

public enum TableKind { Tactical, Strategic, SteeringCommittee, WorkingGroup, LocalCoordination, CaseReview }

/// <summary>voix délibérative or consultative.</summary>
public enum Voice { Deliberative, Consultative }

/// <param name="Weight">Whole number, at least 1.</param>
/// <param name="Restricted">Named for the table's restricted sessions.</param>
public sealed record Seat(
    SeatId Id, StructureId Structure, CollegeId College, Voice Voice, int Weight, bool Restricted);

/// <summary>The ways to decide (rule 7). Those from Consensus on are chosen for one proposal: no table sets them as its rule.</summary>
public enum Majority
{
    Simple, Absolute, TwoThirds, ThreeQuarters, FourFifths, Unanimity,
    /// <summary>Found in a session, without a ballot.</summary>
    Consensus,
    /// <summary>Adopted unless an objection is maintained.</summary>
    Consent,
    /// <summary>An avis consultatif: what the table thinks, which binds nobody.</summary>
    Opinion,
    /// <summary>One among several options: the one with the most voices.</summary>
    Options,
}

public enum TieRule { Rejected, ChairDecides }

/// <param name="Overall">Least share of voting seats, 0 to 100 %; 0 means none is asked.</param>
/// <param name="PerCollege">Least share in each college, 0 to 100 %.</param>
public sealed record Quorum(int Overall, int PerCollege)
{
    public static Quorum None { get; } = new(0, 0);
}

/// <param name="AgendaDays">The agenda is to go out so many days before the session.</param>
/// <param name="MinutesDays">The minutes are to go out so many days after it.</param>
/// <param name="ValidationDays">So many days after the minutes went out, silence validates them; 0: only the next session does.</param>
/// <param name="ProxiesPerHolder">How many other seats one seat may hold the written right of, at most.</param>
public sealed record SessionRules(int AgendaDays, int MinutesDays, int ValidationDays, int ProxiesPerHolder)
{
    public static SessionRules Usual { get; } = new(15, 15, 15, 1);
}

/// <param name="ClosesWhenAll">A ballot closes as soon as every voting seat has answered.</param>
/// <param name="NudgeHours">So many hours before its end, a ballot reminds those who haven't answered, once; 0: it doesn't.</param>
/// <param name="ReviewMonths">So many months after it, an adopted decision asks what became of it; 0: only where its proposal says so.</param>
public sealed record BallotRules(bool ClosesWhenAll, int NudgeHours, int ReviewMonths)
{
    public static BallotRules Usual { get; } = new(false, 24, 0);
}

/// <summary>Where a table's decisions go that another table has to validate; it may be another territory's.</summary>
/// <param name="Days">How long that table has to answer.</param>
public sealed record EscalationRule(TerritoryId Territory, TableId Table, int Days);

/// <param name="BallotHours">How long a ballot stays open unless its opener says otherwise, to a round hour: <see cref="Votes.UsualClosing"/>.</param>
/// <param name="Session">Null: what a table gets when it sets nothing; so for Ballot.</param>
/// <param name="Escalation">Null for a table whose decisions nobody else validates.</param>
public sealed record TableRules(
    Quorum Quorum, Majority Majority, TieRule Tie, int BallotHours, SessionRules? Session = null, BallotRules? Ballot = null,
    EscalationRule? Escalation = null)
{
    /// <summary>How its sessions are prepared and written up.</summary>
    public SessionRules Sessions => Session ?? SessionRules.Usual;

    /// <summary>How its ballots end and what follows them.</summary>
    public BallotRules Ballots => Ballot ?? BallotRules.Usual;

    /// <summary>What a table gets when it sets nothing: no quorum, simple majority, three days to answer.</summary>
    public static TableRules Usual { get; } = new(Quorum.None, Majority.Simple, TieRule.Rejected, 72);
}

/// <param name="Short">What people call it: TCT, TCS.</param>
public sealed record Table(
    TableId Id, string Name, string Short, TableKind Kind, IReadOnlyList<CollegeId> Colleges,
    IReadOnlyList<Seat> Seats, IReadOnlyList<PersonId> CoConveners, TableRules Rules);

/// <summary>Who sits for a seat from when to when (the day after the last), and the substitute if there is one.</summary>
public sealed record Mandate(SeatId Seat, Person Holder, Person? Substitute, DateOnly From, DateOnly? Until, string? MayCommit)
{
    public bool Allows(PersonId person) => Holder.Id == person || Substitute?.Id == person;
}

/// <summary>A territory as it stands today: everything a turn needs to know who is who, in one read.</summary>
/// <param name="Mandates">The current mandate of each seat; ended ones are kept in storage, not here.</param>
public sealed record Roster(
    Territory Territory, IReadOnlyList<Structure> Structures, IReadOnlyList<College> Colleges,
    IReadOnlyList<Person> People, IReadOnlyList<Table> Tables, IReadOnlyDictionary<SeatId, Mandate> Mandates)
{
    /// <summary>The pilote, a deputy, or a co-convener of that table (rule 1).</summary>
    public bool MayConvene(PersonId person, Table table) =>
        IsPilot(person) || table.CoConveners.Contains(person);

    /// <summary>The pilote or a deputy.</summary>
    public bool IsPilot(PersonId person) =>
        person == Territory.Pilot || Territory.Deputies.Contains(person);

    /// <summary>The pilote or a deputy, as verified; a partner never is.</summary>
    public bool IsPilot(Actor actor) => actor.Person is { } person && IsPilot(person.Id);

    public Table? TableOf(TableId id) => Tables.FirstOrDefault(t => t.Id == id);

    public string StructureName(StructureId id) => Structures.First(s => s.Id == id).Name;

    public string CollegeName(CollegeId id) => Colleges.First(c => c.Id == id).Name;

    public Person? PersonOf(PersonId id) => People.FirstOrDefault(p => p.Id == id);

    /// <summary>Seats the person holds or is substitute for, with their table.</summary>
    public IEnumerable<(Table Table, Seat Seat)> SeatsOf(PersonId person) =>
        from table in Tables
        from seat in table.Seats
        where Mandates.TryGetValue(seat.Id, out var mandate) && mandate.Allows(person)
        select (table, seat);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Territory.TimeZone);
}
