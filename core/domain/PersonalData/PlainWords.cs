namespace Concertation.Domain.PersonalData;

/// <summary>A text's words in small letters without accents, for what is compared and never shown.</summary>
public static class PlainWords
{
    public static IReadOnlyList<string> Of(string? text) => [.. new FoldedText(text ?? "").Words()];

    /// <summary>« St Kerlouan » and « SAINT-KERLOUAN » have the same.</summary>
    public static IReadOnlyList<string> OfCommune(string? text) => [.. Of(text).Select(Saint)];

    /// <summary>One word of a commune's name, its « st » opened.</summary>
    public static string Saint(string word) => word switch { "st" => "saint", "ste" => "sainte", _ => word };
}
