using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Directories;

/// <summary>The columns of a directory written as a sheet, in their order.</summary>
public enum SheetColumn { Reference, Structure, Missions, Public, Criteria, Admission, Communes, Opening, Contact, ConfirmedOn }

/// <summary>One line of the sheet, read.</summary>
/// <param name="Number">Of the line, as the spreadsheet counts it.</param>
/// <param name="Reference">Which entry it corrects; null finds it by its structure and missions, or makes it.</param>
public sealed record SheetRow(int Number, string? Reference, EntryWords Words, DateOnly? ConfirmedOn);

/// <param name="Letters">Where each column stands: « C ».</param>
public sealed record DirectorySheet(IReadOnlyList<SheetRow> Rows, IReadOnlyDictionary<SheetColumn, string> Letters);

public enum SheetFaultKind
{
    Missing, TooLong, TooMany, Personal, Formula, CellError, NotADate, Future, UnknownReference, Twice,
    UnknownColumn, MissingColumn, ColumnTwice, TooManyRows, Unreadable, NoRows,
}

/// <summary>What is wrong, and where. Never what was written there: it may identify somebody.</summary>
/// <param name="Row">0 when the whole file is meant.</param>
/// <param name="Letter">Null when the whole line is meant.</param>
/// <param name="Limit">Of what is too long or too many; of <see cref="SheetFaultKind.Twice"/>, the line before.</param>
public sealed record SheetFault(
    int Row, string? Letter, SheetColumn? Column, SheetFaultKind Kind, int Limit = 0, IReadOnlyList<PersonalDataKind>? Kinds = null);

/// <summary>A sheet as it was read.</summary>
public abstract record SheetReading
{
    private SheetReading() { }

    public sealed record Read(DirectorySheet Sheet) : SheetReading;

    /// <summary>What of it could be read is still there, so that every error is told at once.</summary>
    public sealed record Faulty(DirectorySheet Sheet, IReadOnlyList<SheetFault> Faults) : SheetReading;
}
