namespace Concertation.Domain.Sessions;

/// <summary>When and where a session is to be held, as somebody fills it in; null is "not said, or not understood".</summary>
/// <param name="Day">In the territory's zone, like <paramref name="Time"/>.</param>
public sealed record SessionTime(
    DateOnly? Day, TimeOnly? Time, TimeSpan? Duration, string? Place, bool Online, string? OnlineUrl);

/// <summary>What a form may hold, and what <see cref="ConveneRules"/> makes of it.</summary>
public static class SessionLimits
{
    public const int Place = 200;
    public const int Items = 20;
    public const int ItemTitle = 200;
    public const int ItemMinutes = 480;
    public const int Presenter = 120;
    public const int FollowUpMinutes = 10;
    public const int RepresentedBy = 120;
    public const int CancelReason = 500;
    public const int YearsAhead = 2;
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
}
