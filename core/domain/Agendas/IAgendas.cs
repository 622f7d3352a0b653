using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;

namespace Concertation.Domain.Agendas;

/// <summary>What surrounds a session's agenda: suggestions, circulated versions, and who said to have read them.</summary>
public interface IAgendas
{
    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<ItemSuggestion>> Suggestions(TerritoryId territory, SessionId session, CancellationToken cancel);

    Task<Versioned<ItemSuggestion>?> Suggestion(TerritoryId territory, SessionId session, OperationId suggestion, CancellationToken cancel);

    /// <summary>False when that act suggested before.</summary>
    Task<bool> Suggest(ItemSuggestion suggestion, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>The answered suggestion, the session it may have changed and the effects in one transaction; false when either changed meanwhile.</summary>
    Task<bool> Answer(
        Versioned<ItemSuggestion> suggestion, Versioned<Session> session, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>By version.</summary>
    Task<IReadOnlyList<AgendaCirculation>> Circulations(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>False when that version has gone out before.</summary>
    Task<bool> Circulate(TerritoryId territory, AgendaCirculation circulation, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>The first word stands: saying it again changes nothing.</summary>
    Task Acknowledge(TerritoryId territory, Acknowledgement acknowledgement, CancellationToken cancel);

    Task<IReadOnlyList<Acknowledgement>> Acknowledgements(TerritoryId territory, SessionId session, CancellationToken cancel);
}
