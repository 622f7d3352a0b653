namespace Concertation.Domain.Directories;

/// <summary>Once a year each structure says that its entry is true; asked twice, then the pilote sees that it isn't confirmed.</summary>
public static class ConfirmationRules
{
    private const int DaysToAnswer = 21;
    private const int MostAsked = 2;

    /// <summary>Never confirmed, or more than a year ago.</summary>
    public static bool IsStale(DirectoryEntry entry, DateOnly today) => entry.ConfirmedOn is not { } day || day.AddYears(1) <= today;

    public static bool IsToBeAsked(DirectoryEntry entry, DateOnly today) => IsStale(entry, today)
        && (entry.AskedOn is not { } asked
            || (entry.Asked < MostAsked && asked.AddDays(DaysToAnswer) <= today)
            || asked.AddYears(1) <= today);

    public static DirectoryEntry Asked(DirectoryEntry entry, DateOnly today) => entry with
    {
        AskedOn = today, Asked = entry.AskedOn?.AddYears(1) <= today ? 1 : entry.Asked + 1,
    };

    public static DirectoryEntry Confirmed(DirectoryEntry entry, DateOnly today) =>
        entry with { ConfirmedOn = today, AskedOn = null, Asked = 0 };
}
