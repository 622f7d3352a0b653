using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What stands before anything of a report is kept, new or reworded.</summary>
internal static class ReportGuard
{
    /// <summary>The guard and the limits; null when nothing stands against keeping it.</summary>
    public static ReportAnswer? Refusal(WrittenReport written)
    {
        if (written.Happened is null)
        {
            return new ReportAnswer.NothingWritten();
        }

        var found = written.Texts()
            .Select(t => new FieldWithPersonalData(t.Field, PersonalDataGuard.KindsIn(t.Text)))
            .Where(f => f.Kinds.Count > 0)
            .ToList();
        if (found.Count > 0)
        {
            return new ReportAnswer.NamesSomeone(found);
        }

        foreach (var (field, text) in written.Texts())
        {
            if (text.Length > WrittenReport.LimitOf(field))
            {
                return new ReportAnswer.TooLong(field, WrittenReport.LimitOf(field));
            }
        }

        return null;
    }
}
