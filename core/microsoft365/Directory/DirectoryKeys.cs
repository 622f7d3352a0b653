using System.Text.Json.Nodes;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Directories;

/// <summary>The verbs of the directory's buttons.</summary>
public static class DirectoryVerbs
{
    public const string Search = "directory.search";
    public const string Show = "directory.show";
    public const string Form = "directory.form";
    public const string Save = "directory.save";
    public const string Confirm = "directory.confirm";
    public const string Remove = "directory.remove";
    public const string Gaps = "directory.gaps";
    public const string CloseGap = "directory.closegap";
    public const string Import = "directory.import";
}

/// <summary>What goes with a click on one of the directory's cards.</summary>
public static class DirectoryKeys
{
    public const string Territory = "territory";
    public const string Entry = "entry";
    public const string Question = "question";
    public const string Gap = "gap";
    public const string File = "file";
    public const string Chosen = "chosen";

    /// <summary>The data set that typeahead fields ask about; the territory's id follows.</summary>
    public const string Dataset = "directory:";

    /// <summary>Under which name a field's text travels.</summary>
    public static string Of(EntryField field) => field.ToString().ToLowerInvariant();

    internal static JsonObject Data(Territory territory, EntryId? entry = null)
    {
        var data = new JsonObject { [Territory] = territory.Id.Value };
        if (entry is { } id)
        {
            data[Entry] = id.Value;
        }

        return data;
    }
}
