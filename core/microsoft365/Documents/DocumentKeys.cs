using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Documents;

/// <summary>The verbs of the documents' buttons.</summary>
public static class DocumentVerbs
{
    public const string Session = "documents.session";
    public const string Join = "documents.join";
    public const string Remove = "documents.remove";
}

/// <summary>Under which names a button's data and a card's inputs travel.</summary>
public static class DocumentKeys
{
    /// <summary>Ids, separated by spaces.</summary>
    public const string Documents = "documents";
    public const string Document = "document";
    public const string Item = "item";

    /// <summary>What a button about files carries.</summary>
    public static JsonObject Of(TerritoryId territory, IReadOnlyList<Document> files) => new()
    {
        [SessionKeys.Territory] = territory.Value, [Documents] = string.Join(' ', files.Select(f => f.Id.Value)),
    };

    public static JsonObject Of(Session session, IReadOnlyList<Document> files)
    {
        var data = Of(session.Territory, files);
        data[SessionKeys.Session] = session.Id.Value;
        return data;
    }
}
