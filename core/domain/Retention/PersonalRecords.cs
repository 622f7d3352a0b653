namespace Concertation.Domain.Retention;

/// <summary>Whose data is asked for.</summary>
/// <param name="EntraId">Of their account, where it is known.</param>
public sealed record Subject(TerritoryId Territory, PersonId Id, string Name, string? Mail, string? EntraId)
{
    /// <summary>The id of whoever is known by a name or a mail alone.</summary>
    public static PersonId Unknown { get; } = new("nobody");
}

/// <summary>What a record that speaks of somebody is.</summary>
public enum HoldingKind
{
    Identity, ChatAddress, Draft, Report, Notice, Letter, Answer, Calendar, Document,
    /// <summary>What a session's record keeps: attendance, notes, minutes and their amendments.</summary>
    Session,
    Vote, Register,
    /// <summary>« J'ai pris connaissance » of a decision.</summary>
    Acknowledgement,
}

/// <summary>A record that speaks of somebody.</summary>
/// <param name="Own">Theirs: what they wrote, were sent, or are known by. Else another's record that names them.</param>
/// <param name="Stays">Erasure leaves it: the law asks for it to be kept, or it isn't over yet.</param>
/// <param name="Json">As it is stored; null for what isn't a record of its own.</param>
public sealed record Holding(HoldingKind Kind, RecordPlace Place, bool Own, bool Stays, string? Json);

/// <summary>Everything that is stored about somebody.</summary>
public interface IPersonalRecords
{
    /// <summary>Reads the whole storage, a page at a time.</summary>
    IAsyncEnumerable<Holding> Of(Subject subject, CancellationToken cancel);

    /// <summary>Deletes it, or takes the person out of it; done before, or if it stays, nothing happens.</summary>
    Task Erase(Holding holding, Subject subject, CancellationToken cancel);
}
