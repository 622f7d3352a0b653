using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;

namespace Concertation.Domain.Agendas;

public enum SuggestionState { Waiting, Accepted, Declined }

/// <summary>An item that a member would like on the agenda; its convener accepts it or not (rule 1).</summary>
/// <param name="Id">The act that suggested it; also names the item it becomes.</param>
/// <param name="Reason">Why it was not accepted, in the convener's words; null when not said.</param>
public sealed record ItemSuggestion(
    OperationId Id, TerritoryId Territory, SessionId Session, AgendaItemKind Kind, string Title, int Minutes, PersonId By,
    string ByName, DateTimeOffset At, SuggestionState State = SuggestionState.Waiting, string? Reason = null)
{
    public Effect ToTell() => new($"suggested-{Session}-{Id}", EffectKind.ItemSuggested, Session.Value, Id.Value);

    public Effect ToAnswer() => new($"answered-{Session}-{Id}", EffectKind.ItemAnswered, Session.Value, Id.Value);
}

/// <summary>What became of a wish to have an item on an agenda, or of an answer to one.</summary>
public abstract record SuggestOutcome
{
    private SuggestOutcome() { }

    /// <summary>It waits for the convener.</summary>
    public sealed record Suggested(Session Session, ItemSuggestion Suggestion) : SuggestOutcome;

    /// <summary>It stands on the agenda: a convener's own, or accepted.</summary>
    public sealed record Added(Session Session, AgendaItem Item) : SuggestOutcome;

    public sealed record Declined(Session Session, ItemSuggestion Suggestion) : SuggestOutcome;

    public sealed record NotFound : SuggestOutcome;

    /// <summary>Neither called to that session nor its convener; or not its convener, for an answer.</summary>
    public sealed record NotAllowed(Session Session) : SuggestOutcome;

    /// <summary>Cancelled, begun or over.</summary>
    public sealed record Closed(Session Session) : SuggestOutcome;

    public sealed record Refused(Session Session, IReadOnlyList<ConveneProblem> Problems) : SuggestOutcome;

    public T Match<T>(
        Func<Suggested, T> suggested, Func<Added, T> added, Func<Declined, T> declined, Func<NotFound, T> notFound,
        Func<NotAllowed, T> notAllowed, Func<Closed, T> closed, Func<Refused, T> refused) => this switch
        {
            Suggested it => suggested(it),
            Added it => added(it),
            Declined it => declined(it),
            NotFound it => notFound(it),
            NotAllowed it => notAllowed(it),
            Closed it => closed(it),
            Refused it => refused(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}
