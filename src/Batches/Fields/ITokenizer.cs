namespace Homeostat.Batches;

/// <summary>Finds the fields of a chunk. One instance a worker: it may keep what helps with the next chunk.</summary>
internal interface ITokenizer
{
    /// <summary>Sets <paramref name="fields"/> to the rows of <paramref name="chunk"/>.</summary>
    /// <exception cref="BadInputException">The text is not of the format; the message names file and line.</exception>
    void Tokenize(Chunk chunk, FieldTable fields);
}
