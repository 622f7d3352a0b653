using System.Globalization;
using Concertation.Domain.Tables;

namespace Concertation.Documents.Territories;

/// <summary>What is wrong with a territory file, and where: line and column from 1, and the JSON path.</summary>
public sealed record FileError(int Line, int Column, string Path, string Message)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"ligne {Line}, {(Path.Length == 0 ? $"colonne {Column}" : Path)}\u00a0: {Message}");
}

/// <summary>A territory file as read: its content, or everything that is wrong with it.</summary>
public abstract record TerritoryFile
{
    private TerritoryFile() { }

    public sealed record Valid(TerritoryContent Content) : TerritoryFile;

    /// <summary>Errors by line; at least one.</summary>
    public sealed record Refused(IReadOnlyList<FileError> Errors) : TerritoryFile;
}

/// <summary>Gathers errors while a file is read to its end.</summary>
internal sealed class FileErrors
{
    private readonly List<FileError> _errors = [];

    public bool Any => _errors.Count > 0;

    public IReadOnlyList<FileError> ByLine => [.. _errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];

    public void Add(JsonPlace at, string message) => Add(at, at.Path, message);

    public void Add(JsonPlace at, string path, string message) =>
        _errors.Add(new FileError(at.Line, at.Column, path, message));
}
