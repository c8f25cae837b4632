global using System.Collections.Immutable;
global using Footing.Quantities;
