using System.Text.Json.Serialization;

namespace ConcertationBot.Channel;

/// <summary>What a refused or failed request is told (RFC 9457); never a stack trace.</summary>
public sealed record Problem(int Status, string Title, string? Trace);

/// <summary>Writes problems.</summary>
public static class Refusal
{
    /// <summary>Answers with the status and a short text. Trace: the id under which the log has it.</summary>
    public static Task Write(HttpResponse response, int status, string title, string? trace = null)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(
            new Problem(status, title, trace), ProblemJson.Default.Problem, "application/problem+json");
    }
}

/// <summary>How problems look as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
public sealed partial class ProblemJson : JsonSerializerContext;
