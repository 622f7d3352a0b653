using Concertation.Domain.Tables;

namespace Concertation.Domain.Notices;

public enum NoticeState
{
    /// <summary>Not yet tried.</summary>
    Waiting,
    /// <summary>A try is under way; found so after a crash, its outcome is unknown.</summary>
    Sending,
    /// <summary>The channel or the mail took it.</summary>
    Delivered,
    /// <summary>One try's outcome is unknown; it is sent once more.</summary>
    Uncertain,
    /// <summary>Refused for good on every road; the pilote sees why.</summary>
    Failed,
    /// <summary>Two tries of unknown outcome; not tried again, shown to the pilote.</summary>
    LeftUncertain,
    /// <summary>No longer worth sending when its turn came, e.g. a ballot withdrawn meanwhile.</summary>
    Dropped,
}

/// <summary>By which road a notice went.</summary>
public enum Road { Chat, Mail }

/// <summary>
/// One message to one person, traceable: why, when, delivered or not (rule 11). Its id is made of what it is about and
/// who gets it, so that relaying twice makes it once, and is no other's in its territory. It carries ids, never the text:
/// that is rendered when it is sent.
/// </summary>
/// <param name="Why">The effect that caused it.</param>
/// <param name="Subject">The aggregate it is about.</param>
/// <param name="Seat">The seat it concerns; null when it is for the person alone.</param>
/// <param name="ChatRefusal">Why chat wasn't possible, as the connector's code; null when it was.</param>
/// <param name="NotBefore">Not to be sent earlier, and then with all else of the person's that waits until the same moment; null when it may leave as soon as its kind allows.</param>
/// <param name="NeededBy">Later it helps nobody: quiet hours that last until then don't hold it up; null when it can always wait.</param>
public sealed record Notice(
    string Id, TerritoryId Territory, Aggregate Aggregate, EffectKind Why, string? Detail, PersonId Recipient,
    SeatId? Seat, NoticeState State, Road? Road, int Tries, int UnknownOutcomes, string? ChatRefusal, string? ActivityId,
    DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? NotBefore = null,
    DateTimeOffset? NeededBy = null);

/// <summary>Makes the notice of an effect for one person, with an id that is the same however often it is made.</summary>
public static class Notify
{
    public static Notice Of(
        Aggregate aggregate, Effect effect, PersonId recipient, SeatId? seat, DateTimeOffset now) =>
        new(
            $"{aggregate.Id}.{effect.Id}.{recipient}{(seat is { } s ? $".{s}" : "")}", aggregate.Territory, aggregate,
            effect.Kind, effect.Detail, recipient, seat, NoticeState.Waiting, null, 0, 0, null, null, now, null);
}

/// <summary>Every message to people, one partition per aggregate it is about.</summary>
public interface INotices
{
    /// <summary>Records notices that aren't there yet; those that are stay as they are.</summary>
    Task Create(IReadOnlyList<Notice> notices, CancellationToken cancel);

    Task<IReadOnlyList<Versioned<Notice>>> Of(Aggregate aggregate, CancellationToken cancel);

    /// <summary>What else waits for the same person until the same moment, whatever it is about and however it stands.</summary>
    Task<IReadOnlyList<Versioned<Notice>>> LeavingWith(Notice notice, CancellationToken cancel);

    /// <summary>The new version; null when another sender changed it meanwhile.</summary>
    Task<Versioned<Notice>?> Save(Versioned<Notice> notice, CancellationToken cancel);

    /// <summary>Counts a message against the person's week; the same notice counts once.</summary>
    Task CountSolicitation(Notice notice, DateOnly day, CancellationToken cancel);

    /// <summary>How many messages each person was sent in the ISO week of that date, by one partition query.</summary>
    Task<IReadOnlyDictionary<PersonId, int>> SolicitationsInWeekOf(
        TerritoryId territory, DateOnly day, CancellationToken cancel);
}

/// <summary>Effects waiting in an aggregate's partition.</summary>
public interface IOutbox
{
    Task<IReadOnlyList<Effect>> Waiting(Aggregate aggregate, CancellationToken cancel);

    Task Remove(Aggregate aggregate, Effect effect, CancellationToken cancel);
}
