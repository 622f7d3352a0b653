namespace Concertation.Domain.PersonalData;

/// <summary>A text's words in small letters without accents, for what is compared and never shown.</summary>
public static class PlainWords
{
    public static IReadOnlyList<string> Of(string? text)
    {
        var run = new WordRun(new FoldedText(text ?? ""));
        return [.. Enumerable.Range(0, run.Count).Select(run.Plain)];
    }
}
