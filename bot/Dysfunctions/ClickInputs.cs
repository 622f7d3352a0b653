using System.Globalization;
using System.Text.Json;
using Concertation.Domain.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>Inputs of these cards that are neither texts nor ids. What isn't one of the choices counts as not given.</summary>
internal static class ClickInputs
{
    public static T? Enum<T>(CardClick click, string name) where T : struct, Enum =>
        System.Enum.TryParse<T>(click.Text(name), out var value) && System.Enum.IsDefined(value) ? value : null;

    public static DysfunctionRef? Report(CardClick click) => DysfunctionRef.Parse(click.Text("report"));

    /// <summary>A whole number, sent as a number or as a text.</summary>
    public static int? Number(CardClick click, string name) =>
        click.Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : int.TryParse(click.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : null;
}
