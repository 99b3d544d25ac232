import { slugify } from "@/lib/core/text";
import { checkDigit } from "@/lib/organisations/taxCode";
import type { SampleEnterprise } from "./enterprises";
import { positionsOf, type SamplePosition } from "./positions";

type Trade = SampleEnterprise["trade"];

/** What is made, and where in the works: behind a position's title they give thousands of titles, few of them frequent. */
const parts: Record<Trade, [vi: string, en: string][]> = {
  electronics: [
    ["cụm camera", "camera modules"],
    ["bo mạch", "circuit boards"],
    ["màn hình", "displays"],
    ["tai nghe", "earphones"],
    ["bộ sạc", "chargers"],
    ["cảm biến", "sensors"],
    ["ăng ten", "antennas"],
    ["pin lithium", "lithium batteries"],
    ["đèn LED", "LED lamps"],
    ["loa", "speakers"],
    ["máy in", "printers"],
    ["robot hút bụi", "robot vacuums"],
    ["thẻ nhớ", "memory cards"],
    ["đồng hồ thông minh", "smart watches"],
  ],
  garment: [
    ["áo khoác", "jackets"],
    ["áo sơ mi", "shirts"],
    ["quần âu", "trousers"],
    ["đồ bơi", "swimwear"],
    ["găng tay", "gloves"],
    ["balo", "backpacks"],
    ["ghế ô tô", "car seats"],
    ["áo vest", "suits"],
    ["đồ trẻ em", "children's wear"],
    ["đồ bảo hộ", "workwear"],
  ],
  mechanics: [
    ["trục khuỷu", "crankshafts"],
    ["khuôn dập", "stamping dies"],
    ["kết cấu thép", "steel structures"],
    ["van công nghiệp", "valves"],
    ["thang máy", "lifts"],
    ["vòng bi", "bearings"],
    ["nồi hơi", "boilers"],
    ["tua bin gió", "wind turbines"],
    ["container", "containers"],
    ["vỏ tàu", "hulls"],
    ["động cơ", "motors"],
    ["máy bơm", "pumps"],
  ],
  plastics: [
    ["khay nhựa", "plastic trays"],
    ["chai lọ", "bottles"],
    ["lốp xe", "tyres"],
    ["ống nước", "pipes"],
    ["gioăng cao su", "rubber seals"],
    ["đồ chơi", "toys"],
    ["màng bọc", "films"],
    ["vỏ điện thoại", "phone cases"],
    ["nắp chụp", "caps"],
    ["hạt nhựa tái sinh", "recycled granulate"],
  ],
  logistics: [
    ["kho ngoại quan", "bonded warehouse"],
    ["bãi container", "container yard"],
    ["kho lạnh", "cold store"],
    ["cảng cạn", "dry port"],
    ["hàng rời", "bulk goods"],
    ["hàng nguy hiểm", "dangerous goods"],
    ["giao nhận hàng không", "air freight"],
    ["kho thành phẩm", "finished goods"],
  ],
  food: [
    ["tôm đông lạnh", "frozen shrimp"],
    ["cá hộp", "canned fish"],
    ["bánh kẹo", "confectionery"],
    ["dầu ăn", "cooking oil"],
    ["sữa", "dairy"],
    ["nước giải khát", "soft drinks"],
    ["mì ăn liền", "instant noodles"],
    ["bột mì", "flour"],
    ["rong biển", "seaweed"],
    ["thức ăn chăn nuôi", "animal feed"],
  ],
  automotive: [
    ["cửa xe", "car doors"],
    ["bảng táp lô", "dashboards"],
    ["xe điện", "electric cars"],
    ["đèn pha", "headlamps"],
    ["phanh đĩa", "disc brakes"],
    ["giảm xóc", "shock absorbers"],
    ["túi khí", "airbags"],
    ["xe máy điện", "electric scooters"],
    ["bình nhiên liệu", "fuel tanks"],
    ["gương chiếu hậu", "mirrors"],
  ],
  wood: [
    ["bàn ghế xuất khẩu", "export tables and chairs"],
    ["tủ bếp", "kitchen cabinets"],
    ["ván sàn", "flooring"],
    ["cửa gỗ", "doors"],
    ["khung tranh", "frames"],
    ["đồ gỗ ngoài trời", "garden furniture"],
    ["pallet gỗ", "pallets"],
    ["giường tủ", "bedroom furniture"],
  ],
};

const places: [vi: string, en: string][] = [
  ["xưởng 1", "shop 1"],
  ["xưởng 2", "shop 2"],
  ["chuyền mới", "new line"],
  ["phòng sạch", "clean room"],
  ["tổ kiểm hàng", "inspection team"],
  ["ca đêm", "night shift"],
  ["ca ngày", "day shift"],
  ["tổ mẫu", "sample team"],
  ["khu đóng gói", "packing area"],
  ["nhà máy số 3", "plant 3"],
  ["dự án mở rộng", "expansion project"],
];

const trades = Object.keys(parts) as Trade[];

export type ScaleTitle = Omit<SamplePosition, "wage"> & {
  trade: Trade;
  /** From 0, the most usual first, within its position. */
  variant: number;
  position: number;
  slug: string;
  wageMin: number;
  wageMax: number;
};

/** Every position under every name that it may have: alone, with a product, with a place in the works, with both. */
export function scaleTitles(): ScaleTitle[] {
  return trades.flatMap((trade) =>
    positionsOf(trade).flatMap(({ wage: [wageMin, wageMax], ...base }, position) => {
      const one = parts[trade].map(([vi, en]) => [` – ${vi}`, `, ${en}`] as const);
      const where = places.map(([vi, en]) => [` (${vi})`, ` (${en})`] as const);
      const both = one.flatMap(([vi, en]) => where.map(([vi2, en2]) => [vi + vi2, en + en2] as const));
      return [["", ""] as const, ...one, ...where, ...both].map(([vi, en], variant) => ({
        ...base,
        trade,
        position,
        variant,
        titleVi: base.titleVi + vi,
        titleEn: base.titleEn + en,
        slug: slugify(base.titleVi + vi),
        wageMin,
        wageMax,
      }));
    }),
  );
}

const kinds: Record<Trade, [vi: string, en: string, vsic: string]> = {
  electronics: ["Điện tử", "Electronics", "26"],
  garment: ["May", "Garment", "14"],
  mechanics: ["Cơ khí", "Mechanics", "25"],
  plastics: ["Nhựa", "Plastics", "22"],
  logistics: ["Tiếp vận", "Logistics", "52"],
  food: ["Thực phẩm", "Foods", "10"],
  automotive: ["Phụ tùng ô tô", "Auto Parts", "29"],
  wood: ["Đồ gỗ", "Woodworks", "31"],
};
const share: Trade[] = [
  ...Array.from({ length: 6 }, () => "electronics" as const),
  ...Array.from({ length: 3 }, () => "garment" as const),
  ...Array.from({ length: 3 }, () => "mechanics" as const),
  ...Array.from({ length: 2 }, () => "plastics" as const),
  ...Array.from({ length: 2 }, () => "automotive" as const),
  "logistics",
  "food",
  "wood",
];
const first =
  "Mây,Nắng,Gió,Sương,Sao,Trăng,Suối,Rừng,Đồi,Sóng,Biển,Hồ,Mưa,Tuyết,Lửa,Đất,Đá,Cát,Lá,Hoa,Cỏ,Trúc,Tre,Sen,Mai,Đào,Lúa,Dừa,Quế,Thông,Én,Cò,Hạc,Sếu,Ong,Bướm,Cá,Tôm,Trai,Ngọc,Lụa,Gốm,Giấy,Mực,Trống".split(
    ",",
  );
const second =
  "Xanh,Trắng,Vàng,Hồng,Tím,Bạc,Nâu,Sớm,Chiều,Khuya,Xuân,Hạ,Thu,Đông,Nhỏ,Lớn,Cao,Rộng,Sâu,Xa,Gần,Ấm,Mát,Lành,Vui,Hiền,Khéo,Bền,Nhanh,Chậm,Mới,Xưa,Ba,Bốn,Năm,Sáu,Bảy,Tám,Chín,Mười,Đôi,Lẻ,Tròn,Thẳng,Nghiêng".split(
    ",",
  );
const countries = ["KR", "JP", "CN", "VN", "KR", "TW", "JP", "CN", "VN", "KR", "US", "SG", "DE", "HK", "TH"];

export type ScaleEnterprise = {
  taxCode: string;
  slug: string;
  nameVi: string;
  nameEn: string;
  trade: Trade;
  vsicCode: string;
  investorCountry: string;
  headcount: number;
  hasUnion: boolean;
};

/** Invented enterprises, at most 2,025, the largest first; tax codes of a series that the city's tax office is far from (0299…). */
export function scaleEnterprises(count: number): ScaleEnterprise[] {
  let serial = 0;
  const nextTaxCode = (): string => {
    for (;;) {
      const nine = `0299${String(serial++).padStart(5, "0")}`;
      const digit = checkDigit(nine);
      if (digit !== null) return nine + digit;
    }
  };
  return Array.from({ length: Math.min(count, first.length * second.length) }, (_, at) => {
    // Both lists have 45 words: a step through both at different speeds meets each pair once.
    const name = `${first[at % 45]} ${second[(at + Math.floor(at / 45)) % 45]}`;
    const trade = share[(at * 7) % share.length] ?? "electronics";
    const [kindVi, kindEn, vsicCode] = kinds[trade];
    const nameVi = `Công ty TNHH ${kindVi} ${name}`;
    return {
      taxCode: nextTaxCode(),
      slug: slugify(`${kindVi} ${name} ${at + 1}`),
      nameVi,
      nameEn: `${slugify(name).replace(/(^|-)([a-z])/g, (_all, dash: string, letter: string) => (dash ? " " : "") + letter.toUpperCase())} ${kindEn} Co., Ltd.`,
      trade,
      vsicCode,
      investorCountry: countries[(at * 11) % countries.length] ?? "VN",
      headcount: 30 + Math.floor(9_000 / (1 + at * 0.04)),
      hasUnion: at % 3 !== 0,
    };
  });
}
