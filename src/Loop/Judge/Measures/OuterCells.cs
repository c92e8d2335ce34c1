using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The means of a side's two open outer cells, as excess over their bounds. Counts say only how many values are there, but the side's sum and
/// sum of squares are known: what the inner cells lack of them, the outer cells hold. The sum fixes a line of pairs of excesses, and the
/// squares a point on it, with an excess taken as exponential (its mean square is twice its squared mean). Neither excess leaves the range of the values.
/// </summary>
internal readonly record struct OuterCells(double Below, double Above)
{
    /// <summary>Solves for one side, whose inner cells sit at the given positions.</summary>
    public static OuterCells Of(ColumnFingerprint side, double[] positions)
    {
        var bounds = side.Grid!.Boundaries;
        double roomBelow = Math.Max(0, bounds[0] - side.Moments.Min), roomAbove = Math.Max(0, side.Moments.Max - bounds[^1]);
        if (!double.IsFinite(roomBelow) || !double.IsFinite(roomAbove)) return default;
        if (side.Moments.Infinite > 0 || side.Moments.Mean is not { } mean || side.Moments.Variance is not { } variance)
            return new OuterCells(roomBelow / 2, roomAbove / 2);
        double first = 0, second = variance * (side.Moments.Finite - 1);
        for (int cell = 1; cell < bounds.Length; cell++)
        {
            double from = positions[cell] - mean, width = side.Grid.IsAtom(cell) ? 0 : bounds[cell] - bounds[cell - 1];
            first -= side.Counts[cell] * from;
            second -= side.Counts[cell] * (from * from + width * width / 12);
        }
        return new Line(side.Counts[0], side.Counts[^1], mean - bounds[0], bounds[^1] - mean, roomBelow, roomAbove).Solve(first, second);
    }

    /// <summary>Counts, distances of the bounds from the mean, and room for the excess, below and above.</summary>
    private readonly record struct Line(double Below, double Above, double ToLower, double ToUpper, double RoomBelow, double RoomAbove)
    {
        // first: Above (ToUpper + u) - Below (ToLower + l), the sum of the outer cells around the mean; second: the sum of their squares.
        public OuterCells Solve(double first, double second)
        {
            double balance = first - Above * ToUpper + Below * ToLower;
            if (Below == 0) return new OuterCells(0, Clamp(balance / Above, RoomAbove));
            if (Above == 0) return new OuterCells(Clamp(-balance / Below, RoomBelow), 0);
            double low = Math.Max(0, -balance / Below), high = Math.Min(RoomBelow, (Above * RoomAbove - balance) / Below);
            // Along the line both excesses grow together, and the squares with them: halve the interval.
            for (int i = 0; i < 60 && low < high; i++)
            {
                double middle = (low + high) / 2;
                if (Squares(middle, (balance + Below * middle) / Above) < second) low = middle;
                else high = middle;
            }
            double excess = Clamp(low, RoomBelow);
            return new OuterCells(excess, Clamp((balance + Below * excess) / Above, RoomAbove));
        }

        private double Squares(double l, double u) =>
            Below * (ToLower * ToLower + 2 * ToLower * l + 2 * l * l) + Above * (ToUpper * ToUpper + 2 * ToUpper * u + 2 * u * u);

        // NaN, from sums that overflowed or a cell without counts, is no excess.
        private static double Clamp(double value, double room) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, room);
    }
}
