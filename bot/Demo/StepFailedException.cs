using System.Diagnostics.CodeAnalysis;

namespace ConcertationBot.Demo;

/// <summary>What a step expected didn't come: the message says, in French, what was found instead.</summary>
public sealed class StepFailedException : Exception
{
    public StepFailedException()
    {
    }

    public StepFailedException(string message)
        : base(message)
    {
    }

    public StepFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>What a step checks.</summary>
internal static class Check
{
    /// <param name="otherwise">What to say, in French, when it doesn't hold.</param>
    public static void That([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new StepFailedException(otherwise);
        }
    }

    /// <summary>Both as many, whatever the order.</summary>
    public static void Same(IEnumerable<string> expected, IEnumerable<string> found, string what)
    {
        var (wanted, seen) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        That(
            wanted.SequenceEqual(seen, StringComparer.Ordinal),
            $"{what} : attendu {string.Join(", ", wanted)} ; trouvé {string.Join(", ", seen)}");
    }

    /// <summary>All of the words, somewhere in the text.</summary>
    public static void Says(string text, string where, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            That(Plain.Has(text, word), $"« {word} » manque dans {where} : « {Plain.Short(text)} »");
        }
    }

    /// <summary>None of the words.</summary>
    public static void SaysNot(string text, string where, params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            That(!Plain.Has(text, word), $"« {word} » n’a rien à faire dans {where}");
        }
    }
}
