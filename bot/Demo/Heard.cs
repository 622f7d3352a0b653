namespace ConcertationBot.Demo;

/// <summary>What the bot answered someone: texts, cards, or both.</summary>
internal sealed record Heard(string By, IReadOnlyList<string> Texts, IReadOnlyList<CardInHand> Cards)
{
    public string Words => string.Join('\n', [.. Texts, .. Cards.Select(c => c.Words)]);

    /// <summary>The card that says all of this.</summary>
    public CardInHand Card(params string[] words) =>
        Cards.FirstOrDefault(c => words.All(w => Plain.Has(c.Words, w)))
        ?? throw new StepFailedException(
            $"{By} attendait une carte{(words.Length == 0 ? "" : $" avec « {string.Join(" », « ", words)} »")} et a reçu « {Plain.Short(Words)} »");

    public Heard Says(params ReadOnlySpan<string> words)
    {
        Check.Says(Words, $"la réponse à {By}", words);
        return this;
    }
}
