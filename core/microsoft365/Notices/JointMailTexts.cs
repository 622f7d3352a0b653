namespace Concertation.Microsoft365.Notices;

/// <summary>What a letter says that brings several messages at once.</summary>
public static class JointMailTexts
{
    /// <summary>The first one's subject, and how many come with it: said whole, three would be cut by every mail program.</summary>
    public static string Subject(IReadOnlyList<string> subjects) =>
        $"{subjects[0]} – et {French.Count(subjects.Count - 1, "autre message", "autres messages")}";

    public static string Text(string name, IReadOnlyList<(string Subject, string Body)> letters)
    {
        var summary = string.Join("\n", letters.Select((l, i) => Title(i, l.Subject)));
        var bodies = string.Join("\n\n\n", letters.Select((l, i) => $"{Title(i, l.Subject)}\n\n{l.Body}"));
        return $"Bonjour {name},\n\nPour vous écrire moins souvent, {French.Count(letters.Count, "message", "messages")} de la concertation sont réunis ici :\n{summary}\n\n\n{bodies}";
    }

    // Agendas number their items: a number alone would be one of them.
    private static string Title(int index, string subject) =>
        $"Message\u00a0{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} – {subject}";
}
